package dev.hourglass.notifier.rating;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.rating.ClockOutcome;

/** What came of the clock of a metric in one cycle of the ticket. */
public record CycleOutcome(int cycle, Metric metric, ClockOutcome outcome) {}
