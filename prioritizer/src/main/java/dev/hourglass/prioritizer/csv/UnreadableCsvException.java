package dev.hourglass.prioritizer.csv;

import static dev.hourglass.contracts.Rules.listOf;

import dev.hourglass.prioritizer.account.Problem;
import java.util.List;

/** A file of which no line can be read. */
public final class UnreadableCsvException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public UnreadableCsvException(List<Problem> problems) {
    super("the file cannot be read");
    this.problems = listOf(problems);
  }

  /** Why. */
  public List<Problem> problems() {
    return problems;
  }
}
