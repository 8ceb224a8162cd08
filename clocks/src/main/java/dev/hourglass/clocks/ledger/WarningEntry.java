package dev.hourglass.clocks.ledger;

import java.time.Instant;

/**
 * A warning point of a clock.
 *
 * @param reached whether the clock was still open when it came
 */
public record WarningEntry(int level, Instant dueAt, boolean reached) {}
