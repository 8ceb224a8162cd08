package dev.hourglass.contracts.rating;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Metric;

/** What came of the clock of a metric; where it has several in a cycle, of the worst. */
public record MetricOutcome(Metric metric, ClockOutcome outcome) {

  public MetricOutcome {
    required(metric, "metric");
    required(outcome, "outcome");
  }
}
