package dev.hourglass.clocks.alert;

import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.alert.Evidence;
import java.time.Instant;

/**
 * Up to when the speakers have said all that they knew: what a breach may be said on. A speaker
 * that is silent, or behind, may still hold the fact that keeps a promise; its alerts are held
 * back, but not for ever.
 *
 * @param complete a missed deadline before this instant is a breach on complete evidence
 * @param assumed a missed deadline before this instant is said all the same, on incomplete
 *     evidence; never before {@code complete}
 */
public record SpokenUpTo(Instant complete, Instant assumed) {

  public SpokenUpTo {
    rule(!assumed.isBefore(complete), "what is complete need not be assumed");
  }

  /** Nobody has anything more to say. */
  public static SpokenUpTo everything() {
    return new SpokenUpTo(Instant.MAX, Instant.MAX);
  }

  /** Whether a breach of this deadline may be said. */
  public boolean reaches(Instant deadline) {
    return deadline.isBefore(assumed);
  }

  Evidence evidenceOn(Instant deadline) {
    return deadline.isBefore(complete) ? Evidence.COMPLETE : Evidence.INCOMPLETE;
  }
}
