package dev.hourglass.clocks.history;

import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;

/** A deadline that an agent set by hand, and when. */
public record DeadlineSet(Instant at, Metric metric, int cycle, Instant deadline) {}
