package dev.hourglass.clocks.alert;

import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.clocks.clock.TicketClocks;
import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock that something was said about, as it was known then.
 *
 * @param turnFrom when the question or period began that it was about: by that it is found again
 *     when a message heard of late has moved the numbers of the cycles; missing for clocks whose
 *     cycles are not counted by turns
 */
public record SaidClock(Metric metric, int cycle, @Nullable Instant turnFrom) {

  static SaidClock of(SlaClock clock) {
    return new SaidClock(clock.metric(), clock.cycle(), clock.turnFrom().orElse(null));
  }

  /** Whether it is this clock, under whatever number. */
  boolean is(SlaClock clock) {
    return metric == clock.metric()
        && (turnFrom == null ? cycle == clock.cycle() : clock.covers(turnFrom));
  }

  boolean isForgottenBy(TicketClocks clocks) {
    return turnFrom == null ? clocks.forgot(metric, cycle) : clocks.forgot(metric, turnFrom);
  }
}
