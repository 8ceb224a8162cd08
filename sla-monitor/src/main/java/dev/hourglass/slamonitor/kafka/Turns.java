package dev.hourglass.slamonitor.kafka;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Who works when. The partitions of an instance take turns, and what they say becomes visible when
 * all had theirs: so each takes its share of the time that a round may last. Those who only write
 * down what was heard and said give way to them while there is something due to be said.
 */
final class Turns {

  /** How long after a breach that was said at its deadline others are to be expected. */
  private static final Duration SPEAKING = Duration.ofMillis(250);

  /** While breaches are said, a round has only a share of its time for what can wait. */
  private static final int SHARE_FOR_THE_REST = 10;

  private final Duration round;
  private final Duration courtesy;
  private final Set<Integer> partitions = new HashSet<>();
  private final Set<Integer> behind = new HashSet<>();
  private final LongSupplier nanoTime;
  private long spokeAt;

  /**
   * @param round how long all turns together may last
   * @param courtesy how long one batch of those who write down gives way at most
   */
  Turns(Duration round, Duration courtesy) {
    this(round, courtesy, System::nanoTime);
  }

  Turns(Duration round, Duration courtesy, LongSupplier nanoTime) {
    this.round = round;
    this.courtesy = courtesy;
    this.nanoTime = nanoTime;
    spokeAt = nanoTime.getAsLong() - SPEAKING.toNanos();
  }

  synchronized void joined(int partition) {
    partitions.add(partition);
  }

  synchronized void left(int partition) {
    partitions.remove(partition);
    isBehind(partition, false);
  }

  /** How long one turn may last. */
  synchronized long nanos() {
    return round.toNanos() / Math.max(1, partitions.size());
  }

  /** A partition said what had fallen due. */
  synchronized void spoke() {
    spokeAt = nanoTime.getAsLong();
  }

  /**
   * How long one turn may last for what can wait: the breaches of all partitions are seen when the
   * round is over, and a look costs many times what saying one does.
   */
  synchronized long nanosForTheRest() {
    boolean speaking = nanoTime.getAsLong() - spokeAt < SPEAKING.toNanos();
    return speaking ? nanos() / SHARE_FOR_THE_REST : nanos();
  }

  /** Whether a partition has more to read or to say than its turn was long. */
  synchronized void isBehind(int partition, boolean is) {
    boolean changed = is ? behind.add(partition) : behind.remove(partition);
    if (changed && behind.isEmpty()) {
      notifyAll();
    }
  }

  /** Waits until no partition is behind, but not for ever. */
  synchronized void giveWay() {
    long until = System.nanoTime() + courtesy.toNanos();
    try {
      long left = courtesy.toMillis();
      while (!behind.isEmpty() && left > 0) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
