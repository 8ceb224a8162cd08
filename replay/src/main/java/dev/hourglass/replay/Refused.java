package dev.hourglass.replay;

import static dev.hourglass.contracts.Rules.listOf;

import java.util.List;

/** What was asked for cannot be done; carries every reason, not only the first. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> reasons;

  Refused(List<String> reasons) {
    super(String.join("; ", reasons));
    this.reasons = listOf(reasons);
  }

  List<String> reasons() {
    return reasons;
  }
}
