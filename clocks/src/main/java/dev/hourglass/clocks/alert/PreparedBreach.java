package dev.hourglass.clocks.alert;

import dev.hourglass.contracts.alert.SlaBreached;
import java.time.Duration;
import java.time.Instant;

/**
 * A breach worded before its deadline: it is what there will be to say once the deadline has passed
 * and no fact came. So a hundred thousand deadlines in one second need no look at the facts (R12).
 *
 * @param id the stable id of the alert
 * @param breach as it would be said at the deadline itself
 */
public record PreparedBreach(String id, SlaBreached breach) {

  /** From how much on a breach is called late. */
  private static final Duration LATE = Duration.ofSeconds(1);

  public MissedDeadline missed() {
    return new MissedDeadline(breach.metric(), breach.deadline());
  }

  /** What to say of it now. */
  public SlaBreached detectedAt(Instant now, SpokenUpTo spoken) {
    Duration lateness = Duration.between(breach.deadline(), now);
    return new SlaBreached(
        breach.ticketId(),
        breach.metric(),
        breach.cycle(),
        breach.revision(),
        breach.deadline(),
        now,
        lateness.toMillis(),
        lateness.compareTo(LATE) > 0,
        spoken.evidenceOn(missed()),
        breach.contractual(),
        breach.within(),
        breach.reference(),
        breach.account(),
        breach.priority(),
        breach.plan(),
        breach.edition());
  }

  SaidBreach said() {
    return new SaidBreach(
        breach.metric(), breach.cycle(), breach.revision(), breach.deadline(), true);
  }
}
