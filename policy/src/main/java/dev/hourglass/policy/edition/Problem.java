package dev.hourglass.policy.edition;

import static dev.hourglass.contracts.Rules.required;

/**
 * What is wrong with an edition.
 *
 * @param pointer JSON pointer to the place in the document
 */
public record Problem(String pointer, String message) {

  public Problem {
    required(pointer, "pointer");
    required(message, "message");
  }

  @Override
  public String toString() {
    return pointer + ": " + message;
  }
}
