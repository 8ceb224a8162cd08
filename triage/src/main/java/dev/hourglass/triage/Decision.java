package dev.hourglass.triage;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import java.util.List;

/**
 * What a text seems to be.
 *
 * @param confidence 0 to 1
 * @param review whether a person should look at it
 * @param language ISO 639-1, or {@code und}
 * @param reasons which rules, by which words; never empty
 */
public record Decision(
    Priority priority, double confidence, boolean review, String language, List<Reason> reasons) {

  public Decision {
    required(priority, "priority");
    required(language, "language");
    rule(confidence >= 0 && confidence <= 1, "'confidence' is 0 to 1");
    reasons = listOf(reasons);
    rule(!reasons.isEmpty(), "a decision has reasons");
  }
}
