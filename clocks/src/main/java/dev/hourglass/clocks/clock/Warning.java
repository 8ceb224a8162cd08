package dev.hourglass.clocks.clock;

import java.time.Instant;

/** A warning point of a clock, laid on the time line. */
public record Warning(int level, Instant dueAt) {}
