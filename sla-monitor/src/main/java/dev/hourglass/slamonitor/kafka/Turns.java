package dev.hourglass.slamonitor.kafka;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The partitions of an instance take turns, and what they say becomes visible when all had theirs.
 * So each takes its share of the time that a round may last.
 */
final class Turns {

  private final AtomicInteger partitions = new AtomicInteger();
  private final Duration round;

  Turns(Duration round) {
    this.round = round;
  }

  void joined() {
    partitions.incrementAndGet();
  }

  void left() {
    partitions.decrementAndGet();
  }

  /** How long one turn may last. */
  long nanos() {
    return round.toNanos() / Math.max(1, partitions.get());
  }
}
