package dev.hourglass.policy.promise;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.EscalationLevel;
import dev.hourglass.contracts.promise.Metric;
import java.util.Set;

/** A level of escalation, and the metrics whose clocks reach it. */
public record EscalationRule(Set<Metric> metrics, EscalationLevel level) {

  public EscalationRule {
    metrics = Set.copyOf(metrics);
    required(level, "level");
  }
}
