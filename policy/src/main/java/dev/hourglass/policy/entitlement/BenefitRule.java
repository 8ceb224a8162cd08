package dev.hourglass.policy.entitlement;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Reason;

/** Gives a benefit to some people. */
public record BenefitRule(String name, Benefit benefit, Condition condition, String because) {

  public BenefitRule {
    required(name, "rule");
    required(benefit, "benefit");
    required(condition, "for");
    required(because, "because");
  }

  /** The rule as a reason. */
  public Reason reason() {
    return new Reason(name, because);
  }
}
