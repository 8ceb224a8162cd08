package dev.hourglass.clocks.history;

import dev.hourglass.contracts.promise.PauseReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which the ticket waited.
 *
 * @param from the first instant that waits
 * @param to the first instant that does not; missing while it lasts
 * @param eventId the event that began it
 */
public record Pause(Instant from, @Nullable Instant to, PauseReason reason, String eventId) {}
