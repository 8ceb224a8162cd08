package dev.hourglass.benchmarks.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for something that another process does. */
public final class Patience {

  private Patience() {}

  /**
   * Waits until {@code condition} holds.
   *
   * @param what for the message, after "waited in vain until"
   * @throws BenchmarkException if it does not within that time
   */
  public static void until(
      String what, Duration within, Duration every, BooleanSupplier condition) {
    until(() -> what, within, every, condition);
  }

  /** As the other one, with a message that tells how it is when the time is over. */
  public static void until(
      Supplier<String> what, Duration within, Duration every, BooleanSupplier condition) {
    long end = System.nanoTime() + within.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new BenchmarkException("waited in vain for " + within + " until " + what.get());
      }
      pause(every);
    }
  }

  /** Lets time pass. */
  public static void pause(Duration duration) {
    try {
      Thread.sleep(Math.max(0, duration.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkException("interrupted");
    }
  }
}
