package dev.hourglass.clocks.history;

import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;

/** A deadline that an agent set by hand, when and by which event. */
public record DeadlineSet(Instant at, String eventId, Metric metric, int cycle, Instant deadline) {}
