package dev.hourglass.notifier.subscription;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an alert gets a mail of its own, or is a line of a digest, and when.
 *
 * @param storm how many mails to one mailbox may wait; with one more, all that wait are folded
 * @param gather how long a digest waits for further lines
 */
public record MailPlan(int storm, Duration gather) {

  public MailPlan {
    rule(storm >= 1, "at least one mail may wait");
    required(gather, "gather");
    rule(!gather.isNegative(), "a digest does not go before it is begun");
  }

  /** How an alert goes. */
  public sealed interface Going {

    /** When; not before then. */
    Instant dueAt();

    /** In a mail of its own. */
    record Alone(Instant dueAt) implements Going {}

    /**
     * As a line of a digest.
     *
     * @param withWaiting whether the mails that wait become lines, too
     */
    record Folded(Instant dueAt, boolean withWaiting) implements Going {}
  }

  /**
   * How an alert goes to a mailbox.
   *
   * @param late whether it is old news, as after an outage
   * @param waiting how many mails to the mailbox are due and not sent
   */
  public Going going(
      AlertTarget.Mailboxes target, AlertTraits alert, boolean late, int waiting, Instant now) {
    Optional<Instant> peace = peace(target, alert.priority(), now);
    if (peace.isPresent()) {
      return new Going.Folded(peace.get(), false);
    }
    if (waiting >= storm) {
      return new Going.Folded(now.plus(gather), true);
    }
    return late ? new Going.Folded(now.plus(gather), false) : new Going.Alone(now);
  }

  /** When the quiet hours end that hold back an alert at {@code now}; empty if none does. */
  public static Optional<Instant> peace(
      AlertTarget.Mailboxes target, @Nullable Priority priority, Instant now) {
    QuietHours quiet = target.quietHours();
    boolean exempt = quiet == null || (quiet.exceptP1() && priority == Priority.P1);
    return exempt ? Optional.empty() : quiet.end(now);
  }
}
