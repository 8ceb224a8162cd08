package dev.hourglass.clocks.alert;

import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;

/**
 * A deadline that no fact heard so far has kept, or a level of escalation that none has stopped.
 *
 * @param deadline or the instant of the level
 * @param ofLevel whether it is a level, which an acknowledgement stops as well
 */
public record MissedDeadline(Metric metric, Instant deadline, boolean ofLevel) {

  public MissedDeadline(Metric metric, Instant deadline) {
    this(metric, deadline, false);
  }

  /** Whether the speaker of deliveries and acknowledgements may still hold what stops it. */
  public boolean waitsForDeliveries() {
    return ofLevel || metric == Metric.CONFIRMATION;
  }
}
