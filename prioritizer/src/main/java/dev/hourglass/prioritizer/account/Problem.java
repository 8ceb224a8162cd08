package dev.hourglass.prioritizer.account;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;

import java.util.List;

/**
 * What is wrong with a field.
 *
 * @param pointer JSON pointer to the field
 * @param allowed the words that would be right, where there are few
 */
public record Problem(String pointer, String message, List<String> allowed) {

  public Problem {
    required(pointer, "pointer");
    required(message, "message");
    allowed = listOf(allowed);
  }

  /** A problem without a list of right words. */
  public static Problem of(String pointer, String message) {
    return new Problem(pointer, message, List.of());
  }
}
