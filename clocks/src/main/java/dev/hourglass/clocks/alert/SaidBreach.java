package dev.hourglass.clocks.alert;

import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;

/**
 * The last breach that was said of a clock.
 *
 * @param standing false once it was withdrawn
 */
public record SaidBreach(
    Metric metric, int cycle, int revision, Instant deadline, boolean standing) {

  /** Which clock of the ticket it is about. */
  String clock() {
    return metric + "/" + cycle;
  }

  SaidBreach withdrawn() {
    return new SaidBreach(metric, cycle, revision, deadline, false);
  }
}
