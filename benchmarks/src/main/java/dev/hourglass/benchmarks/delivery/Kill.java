package dev.hourglass.benchmarks.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * A kill -9 of the notifier.
 *
 * @param sentAt just before the signal
 * @param goneAt when the process was gone
 */
public record Kill(Instant sentAt, Instant goneAt) {

  /**
   * Whether it may have made this repeat: the mail was accepted no longer before the end than a
   * commit may take, and came again after the signal.
   */
  boolean explains(Repeat repeat, Duration commit) {
    return !repeat.firstAt().isBefore(sentAt.minus(commit))
        && !repeat.firstAt().isAfter(goneAt)
        && repeat.againAt().isAfter(sentAt);
  }
}
