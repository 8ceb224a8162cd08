package dev.hourglass.prioritizer.account;

import static dev.hourglass.contracts.Rules.listOf;

import java.util.List;

/** An account that may not be stored; carries everything that is wrong with it. */
public final class InvalidAccountException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidAccountException(List<Problem> problems) {
    super("the account is not valid");
    this.problems = listOf(problems);
  }

  /** All problems. */
  public List<Problem> problems() {
    return problems;
  }

  /** Whether a word is none of those that are allowed: the sender does not know the format. */
  public boolean wrongWord() {
    return problems.stream().anyMatch(problem -> !problem.allowed().isEmpty());
  }
}
