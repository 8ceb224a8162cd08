package dev.hourglass.clocks.clock;

import java.time.Instant;

/**
 * A level of escalation of a clock, laid on the time line.
 *
 * @param repetition 0 at first, then 1 and up
 * @param dueAt it is reached if the clock runs past this instant
 */
public record Escalation(int level, int repetition, String to, String via, Instant dueAt) {}
