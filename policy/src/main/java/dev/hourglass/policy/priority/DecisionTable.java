package dev.hourglass.policy.priority;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Workaround;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Impact and workaround in, priority and reasons out (S33–S38, K13). Exactly one rule is about each
 * case; the validator of editions sees to it.
 *
 * @param workaroundNotStated what counts where the requester did not say
 */
public record DecisionTable(Workaround workaroundNotStated, List<DecisionRule> rules) {

  /**
   * The rule named in the reasons where the requester did not say whether there is a workaround.
   */
  public static final String NOT_STATED = "workaround-not-stated";

  public DecisionTable {
    required(workaroundNotStated, "workaroundNotStated");
    rules = listOf(rules);
  }

  /** The priority of a case, with its reasons. */
  public PriorityDecision decide(Impact impact, @Nullable Workaround stated) {
    Workaround workaround = stated == null ? workaroundNotStated : stated;
    DecisionRule rule =
        rules.stream()
            .filter(candidate -> candidate.matches(impact, workaround))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("the decision table has a gap at " + impact));
    List<Reason> reasons = new ArrayList<>();
    reasons.add(rule.reason());
    if (stated == null && dependsOnWorkaround(impact)) {
      reasons.add(
          new Reason(
              NOT_STATED, "The workaround was not stated and counts as " + workaround + "."));
    }
    return new PriorityDecision(rule.priority(), reasons);
  }

  private boolean dependsOnWorkaround(Impact impact) {
    return rules.stream()
            .filter(rule -> rule.impacts().isEmpty() || rule.impacts().contains(impact))
            .map(DecisionRule::priority)
            .distinct()
            .count()
        > 1;
  }
}
