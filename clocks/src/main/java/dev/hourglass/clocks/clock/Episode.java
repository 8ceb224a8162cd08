package dev.hourglass.clocks.clock;

import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a metric: what starts it, what stops it, what makes it pointless.
 *
 * @param stoppedAt when what was promised was done
 * @param cancelledAt from when on nobody is held to it; a stop at the same instant comes first
 */
record Episode(
    Metric metric,
    int cycle,
    Instant startedAt,
    @Nullable Instant stoppedAt,
    @Nullable Instant cancelledAt) {

  /**
   * A stop before the start is one at the start, and one after a cancellation is none. Nothing ends
   * before it starts, whatever times the facts claim.
   */
  Episode {
    if (stoppedAt != null && stoppedAt.isBefore(startedAt)) {
      stoppedAt = startedAt;
    }
    if (stoppedAt != null && cancelledAt != null) {
      if (stoppedAt.isAfter(cancelledAt)) {
        stoppedAt = null;
      } else {
        cancelledAt = null;
      }
    }
    if (cancelledAt != null && cancelledAt.isBefore(startedAt)) {
      cancelledAt = startedAt;
    }
  }

  /** When it was over, whichever way; missing while it is open. */
  @Nullable Instant endedAt() {
    return stoppedAt != null ? stoppedAt : cancelledAt;
  }
}
