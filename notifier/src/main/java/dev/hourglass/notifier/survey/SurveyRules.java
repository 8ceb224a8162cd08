package dev.hourglass.notifier.survey;

import static dev.hourglass.contracts.Rules.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a survey or a reminder goes out, asked right before each attempt (R25).
 *
 * @param coolDown how long after a survey the same recipient gets none about another ticket; zero
 *     for no such time
 * @param validFor how long the link works, from when its message was decided
 */
public record SurveyRules(Duration coolDown, Duration validFor) {

  /** How soon to look again while another survey to the same recipient is on its way. */
  static final Duration ANOTHER_LOOK = Duration.ofMinutes(1);

  public SurveyRules {
    rule(!coolDown.isNegative(), "the cool-down must not be negative");
    rule(!validFor.isNegative() && !validFor.isZero(), "a survey link must work for a while");
  }

  /** What to do. */
  public sealed interface Verdict {

    /** Send it. */
    record Go() implements Verdict {}

    /** Look again then. */
    record Wait(Instant until) implements Verdict {}

    /** Nobody needs it any more. */
    record Drop() implements Verdict {}

    /** The recipient is not to be asked. */
    record Refuse(Refusal why) implements Verdict {}
  }

  /** Why a recipient is not asked. */
  public enum Refusal {
    /** Was asked about another ticket a short while ago. */
    COOL_DOWN,
    /** Does not want to be asked. */
    UNSUBSCRIBED
  }

  /** How far a survey has come. */
  public enum Progress {
    /** It is being sent, or tried again. */
    ON_ITS_WAY,
    /** The recipient has it. */
    SENT,
    /** The recipient did not get it, nor will. */
    OVER
  }

  /**
   * A survey.
   *
   * @param sentAt of one that was sent
   */
  public record Sent(UUID ticketId, Progress progress, @Nullable Instant sentAt) {}

  /**
   * Whether to ask.
   *
   * @param last the survey that this recipient got last, or is about to get
   */
  public Verdict survey(UUID ticketId, boolean unsubscribed, @Nullable Sent last, Instant now) {
    if (unsubscribed) {
      return new Verdict.Refuse(Refusal.UNSUBSCRIBED);
    }
    // A survey of this very ticket was withdrawn when it was opened again: it asks anew.
    boolean free = last == null || last.ticketId().equals(ticketId) || coolDown.isZero();
    if (free || last.progress() == Progress.OVER) {
      return new Verdict.Go();
    }
    if (last.progress() == Progress.ON_ITS_WAY) {
      return new Verdict.Wait(now.plus(ANOTHER_LOOK));
    }
    return now.isBefore(last.sentAt().plus(coolDown))
        ? new Verdict.Refuse(Refusal.COOL_DOWN)
        : new Verdict.Go();
  }

  /**
   * Whether to remind.
   *
   * @param survey how far the survey has come that it reminds of
   * @param decidedAt when the reminder was decided, from which its link counts
   */
  public Verdict reminder(
      Progress survey, Instant decidedAt, boolean answered, boolean unsubscribed, Instant now) {
    boolean expired = !now.isBefore(decidedAt.plus(validFor));
    if (survey != Progress.SENT || answered || expired) {
      return new Verdict.Drop();
    }
    return unsubscribed ? new Verdict.Refuse(Refusal.UNSUBSCRIBED) : new Verdict.Go();
  }
}
