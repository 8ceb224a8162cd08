package dev.hourglass.ticketintake.thanks;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of a requester ask for nothing (R14).
 *
 * @param within for how long after it was solved thanks do not open a ticket again; later somebody
 *     should look why they come
 */
public record ThanksPolicy(ThanksWords words, Duration within) {

  public ThanksPolicy {
    required(words, "words");
    required(within, "within");
    rule(!within.isNegative(), "'within' must not be negative");
  }

  /**
   * Whether a message is only thanks, and counts as that.
   *
   * @param name of whoever wrote it
   * @param solvedAt when the ticket was solved; missing while somebody works on it
   */
  public boolean isThanks(
      String message, @Nullable String name, @Nullable Instant solvedAt, Instant now) {
    boolean inTime = solvedAt == null || !now.isAfter(solvedAt.plus(within));
    return inTime && words.isOnlyThanks(message, name);
  }
}
