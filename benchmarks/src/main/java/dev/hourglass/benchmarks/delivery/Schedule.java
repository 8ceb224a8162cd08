package dev.hourglass.benchmarks.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * An open model: customers come at a steady rate, whether those before them have been served or
 * not.
 *
 * @param begin when the first one comes
 * @param perSecond how many come in a second
 * @param window how long they come
 */
public record Schedule(Instant begin, int perSecond, Duration window) {

  private static final long NANOS = 1_000_000_000L;

  public Schedule {
    if (perSecond < 1) {
      throw new IllegalArgumentException("somebody comes in each second");
    }
  }

  /** How many come in all. */
  public int count() {
    return Math.toIntExact(window.toMillis() * perSecond / 1_000);
  }

  /** When one of them comes, counted from 0. */
  public Instant at(int number) {
    return begin.plusNanos(number * NANOS / perSecond);
  }
}
