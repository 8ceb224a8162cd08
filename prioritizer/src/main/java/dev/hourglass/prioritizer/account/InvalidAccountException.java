package dev.hourglass.prioritizer.account;

import static dev.hourglass.contracts.Rules.listOf;

import java.util.List;
import java.util.stream.Collectors;

/** An account that may not be stored; carries everything that is wrong with it. */
public final class InvalidAccountException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int MOST_IN_WORDS = 5;

  private final transient List<Problem> problems;

  public InvalidAccountException(List<Problem> problems) {
    super("the account is not valid: " + words(problems));
    this.problems = listOf(problems);
  }

  /** What is wrong, without what was sent; the first few, for logs and dead letters. */
  private static String words(List<Problem> problems) {
    return problems.stream()
        .limit(MOST_IN_WORDS)
        .map(problem -> problem.pointer() + " " + problem.message())
        .collect(Collectors.joining("; "));
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
