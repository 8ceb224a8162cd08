package dev.hourglass.policy.edition;

import static dev.hourglass.contracts.Rules.listOf;

import java.util.List;
import java.util.stream.Collectors;

/** A document is not a valid edition; carries every problem found, not only the first. */
public final class InvalidEditionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidEditionException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = listOf(problems);
  }

  /** All problems, in the order of the document. */
  public List<Problem> problems() {
    return problems;
  }

  /** Whether the document could be read at all: it is YAML, but no valid edition. */
  public boolean readable() {
    return problems.stream().noneMatch(problem -> problem.pointer().isEmpty());
  }
}
