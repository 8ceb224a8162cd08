package dev.hourglass.notifier.delivery;

import static dev.hourglass.contracts.Rules.rule;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: doubles from {@code first} up to {@code longest}, and
 * between half and the whole of that by chance, so that what failed together is not retried
 * together.
 *
 * @param limit the number of attempts after which a delivery is given up
 * @param chance a number from 0 (inclusive) to 1 (exclusive)
 */
public record Backoff(Duration first, Duration longest, int limit, DoubleSupplier chance) {

  public Backoff {
    rule(!first.isNegative() && !first.isZero(), "the first wait must be positive");
    rule(longest.compareTo(first) >= 0, "the longest wait must not be shorter than the first");
    rule(limit >= 1, "at least one attempt is made");
  }

  /** Whether to stop after so many failed attempts. */
  public boolean isExhausted(int attempts) {
    return attempts >= limit;
  }

  /** The wait after so many failed attempts, from 1. */
  public Duration after(int attempts) {
    rule(attempts >= 1, "there is a wait only after an attempt");
    long whole = first.toMillis();
    for (int i = 1; i < attempts && whole < longest.toMillis(); i++) {
      whole *= 2;
    }
    whole = Math.min(whole, longest.toMillis());
    return Duration.ofMillis(Math.round(whole / 2.0 + whole / 2.0 * chance.getAsDouble()));
  }
}
