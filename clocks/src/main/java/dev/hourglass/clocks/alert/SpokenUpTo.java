package dev.hourglass.clocks.alert;

import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.alert.Evidence;
import java.time.Instant;

/**
 * Up to when the speakers have said, and we have heard, all that can keep a promise: what a breach
 * may be said on. Who may still hold the fact that keeps it depends on the metric: only a delivery
 * confirms, and a delivery keeps no other promise. A level of escalation is stopped by whatever
 * keeps its promise, and by an acknowledgement, which is said by the speaker of deliveries.
 *
 * @param ofDeliveries all that happened before this instant is known, deliveries and
 *     acknowledgements included
 * @param ofAllElse all else that happened before this instant is known
 * @param assumed a missed deadline before this instant is said all the same, on incomplete
 *     evidence: alerts are held back, but not for ever
 */
public record SpokenUpTo(Instant ofDeliveries, Instant ofAllElse, Instant assumed) {

  public SpokenUpTo {
    rule(
        !ofDeliveries.isAfter(ofAllElse),
        "what moves any clock moves that of a confirmation as well");
  }

  /** Nobody has anything more to say. */
  public static SpokenUpTo everything() {
    return new SpokenUpTo(Instant.MAX, Instant.MAX, Instant.MAX);
  }

  /** Nobody has been heard. */
  public static SpokenUpTo nothing() {
    return new SpokenUpTo(Instant.MIN, Instant.MIN, Instant.MIN);
  }

  /** The same, but no further than what a breach of {@code deadline} needs. */
  public SpokenUpTo upTo(Instant deadline) {
    Instant end = deadline.plusNanos(1);
    return new SpokenUpTo(
        earlier(ofDeliveries, end), earlier(ofAllElse, end), earlier(assumed, end));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** Whether a breach of this deadline, or the level at this instant, may be said. */
  public boolean reaches(MissedDeadline missed) {
    return isComplete(missed) || missed.deadline().isBefore(assumed);
  }

  Evidence evidenceOn(MissedDeadline missed) {
    return isComplete(missed) ? Evidence.COMPLETE : Evidence.INCOMPLETE;
  }

  private boolean isComplete(MissedDeadline missed) {
    Instant complete = missed.waitsForDeliveries() ? ofDeliveries : ofAllElse;
    return missed.deadline().isBefore(complete);
  }
}
