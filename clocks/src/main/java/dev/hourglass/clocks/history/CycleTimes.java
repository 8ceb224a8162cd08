package dev.hourglass.clocks.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One cycle of a ticket.
 *
 * @param from when it was received or opened again
 * @param solvedAt when it was first solved or closed in this cycle
 */
public record CycleTimes(int cycle, Instant from, @Nullable Instant solvedAt) {}
