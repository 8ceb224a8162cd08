package dev.hourglass.clocks.alert;

import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A warning that was said; it is never said again, whatever comes (R10).
 *
 * @param turnFrom when the question or period began that it was about, as known then: by that it is
 *     found again when a message heard of late has moved the numbers of the cycles; missing for
 *     clocks whose cycles are not counted by turns
 */
public record SaidWarning(Metric metric, int cycle, int level, @Nullable Instant turnFrom) {

  static SaidWarning of(SlaClock clock, int level) {
    return new SaidWarning(clock.metric(), clock.cycle(), level, clock.turnFrom().orElse(null));
  }

  /** Whether it was said of this clock, under whatever number. */
  boolean isOf(SlaClock clock) {
    return metric == clock.metric()
        && (turnFrom == null ? cycle == clock.cycle() : clock.covers(turnFrom));
  }
}
