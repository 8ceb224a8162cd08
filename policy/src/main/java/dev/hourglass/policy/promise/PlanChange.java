package dev.hourglass.policy.promise;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Plan;

/**
 * What becomes of the tickets that are open when their account is upgraded. What was promised is
 * never taken back: after a downgrade they keep it either way.
 */
public enum PlanChange {
  /** Open tickets keep what they were promised. */
  KEEP,
  /** An upgrade makes a new promise; deadlines count from received all the same (R1). */
  REPROMISE;

  /** Whether what was promised on {@code basis} is to be promised anew on that type and plan. */
  public boolean repromises(Basis basis, AccountType type, Plan plan) {
    int ofType = rank(type) - rank(basis.accountType());
    int ofPlan = plan.compareTo(basis.plan());
    return this == REPROMISE && ofType >= 0 && ofPlan >= 0 && ofType + ofPlan > 0;
  }

  /** Free, Pro, and all above, among which none is less than the others. */
  private static int rank(AccountType type) {
    return switch (type) {
      case BASIC -> 0;
      case PRO -> 1;
      case BUSINESS, EDUCATION, ENTERPRISE, API -> 2;
    };
  }
}
