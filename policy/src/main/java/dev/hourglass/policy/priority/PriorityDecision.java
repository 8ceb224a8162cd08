package dev.hourglass.policy.priority;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import java.util.List;

/** A priority and the rules that led to it. */
public record PriorityDecision(Priority priority, List<Reason> reasons) {

  public PriorityDecision {
    required(priority, "priority");
    reasons = listOf(reasons);
  }
}
