package dev.hourglass.clocks.ledger;

import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.contracts.promise.Metric;

/** Which of a ticket's clocks. */
public record ClockName(Metric metric, int cycle) {

  static ClockName of(SlaClock clock) {
    return new ClockName(clock.metric(), clock.cycle());
  }
}
