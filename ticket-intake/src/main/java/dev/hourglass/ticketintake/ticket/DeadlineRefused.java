package dev.hourglass.ticketintake.ticket;

import dev.hourglass.contracts.promise.Metric;
import java.time.Duration;
import java.time.Instant;

/** A clock cannot have this deadline. Nothing has changed, nothing is said. */
public final class DeadlineRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A typing error in the year; the clocks count no further than ten of them. */
  private static final Duration FURTHEST = Duration.ofDays(3_650);

  private final String field;

  private DeadlineRefused(String field, String rule) {
    super(rule);
    this.field = field;
  }

  /** What was wrong: "cycle" or "deadline". */
  public String field() {
    return field;
  }

  /** The rule that was broken, as a sentence about that field. */
  public String rule() {
    return getMessage();
  }

  static void unlessPossible(
      Ticket ticket, Metric metric, int cycle, Instant deadline, Instant now) {
    if (!deadline.isAfter(now)) {
      throw new DeadlineRefused("deadline", "must lie in the future");
    }
    if (deadline.isAfter(now.plus(FURTHEST))) {
      throw new DeadlineRefused("deadline", "must not lie more than ten years away");
    }
    String rule = ruleOfCycle(metric, cycle, ticket.cycle());
    if (!rule.isEmpty()) {
      throw new DeadlineRefused("cycle", rule);
    }
  }

  /** Cycles that are over keep their results; questions and periods are numbered by the clocks. */
  private static String ruleOfCycle(Metric metric, int cycle, int current) {
    return switch (metric) {
      case CONFIRMATION, FIRST_REPLY -> cycle == 1 ? "" : "must be 1, since it is promised once";
      case RESTORATION ->
          cycle == 1 || cycle == current ? "" : "must be 1, or the ticket's cycle: " + current;
      case RESOLUTION -> cycle == current ? "" : "must be the ticket's cycle: " + current;
      case NEXT_REPLY, UPDATE -> cycle >= 1 ? "" : "must be 1 or more";
    };
  }
}
