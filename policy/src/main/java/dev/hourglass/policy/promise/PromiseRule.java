package dev.hourglass.policy.promise;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.policy.entitlement.Condition;
import java.util.List;

/**
 * What some people are promised. The first rule of an edition that is for somebody decides.
 *
 * @param targets empty where the policy promises nothing (K1)
 */
public record PromiseRule(
    String name, Condition condition, List<TargetRule> targets, String because) {

  public PromiseRule {
    required(name, "rule");
    required(condition, "for");
    required(because, "because");
    targets = listOf(targets);
  }

  /** The rule as a reason. */
  public Reason reason() {
    return new Reason(name, because);
  }
}
