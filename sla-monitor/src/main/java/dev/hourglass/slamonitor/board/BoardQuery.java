package dev.hourglass.slamonitor.board;

import dev.hourglass.contracts.alert.ClockStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks the board shows.
 *
 * @param state only clocks in it; all if missing
 * @param dueBefore only clocks with a deadline before it; all if missing
 */
public record BoardQuery(
    @Nullable ClockStatus state, @Nullable Instant dueBefore, int page, int size) {}
