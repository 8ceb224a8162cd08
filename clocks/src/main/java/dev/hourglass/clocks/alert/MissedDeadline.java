package dev.hourglass.clocks.alert;

import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;

/** A deadline that no fact heard so far has kept. */
public record MissedDeadline(Metric metric, Instant deadline) {}
