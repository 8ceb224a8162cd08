package dev.hourglass.ticketintake.ticket;

import java.util.List;

/** A ticket that must be proper lacks something (K15). Nothing has changed, nothing is said. */
public final class StillImproper extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> missing;

  StillImproper(List<String> missing) {
    super("a proper ticket needs " + String.join(", ", missing));
    this.missing = List.copyOf(missing);
  }

  /** JSON pointers to what is missing. */
  public List<String> missing() {
    return missing;
  }
}
