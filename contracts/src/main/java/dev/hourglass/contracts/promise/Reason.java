package dev.hourglass.contracts.promise;

import static dev.hourglass.contracts.Rules.required;

/**
 * Why something was decided: the rule by name and a sentence for people, in English.
 *
 * @param rule the name of the rule in the edition, for example {@code down-without-workaround}
 */
public record Reason(String rule, String text) {

  public Reason {
    required(rule, "rule");
    required(text, "text");
  }
}
