package dev.hourglass.notifier.delivery;

import static dev.hourglass.contracts.Rules.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to leave a provider alone that asked for it: {@code first}, then as long again as it has
 * been asking, up to {@code longest}, and up to a quarter more by chance.
 *
 * @param limit how often one delivery may be put off in this way before it is given up
 * @param chance a number from 0 (inclusive) to 1 (exclusive)
 */
public record Patience(Duration first, Duration longest, int limit, DoubleSupplier chance) {

  public Patience {
    rule(!first.isNegative() && !first.isZero(), "the first pause must be positive");
    rule(longest.compareTo(first) >= 0, "the longest pause must not be shorter than the first");
    rule(limit >= 1, "a delivery may be put off at least once");
  }

  /** Whether a delivery has been put off so often that it is given up. */
  public boolean isExhausted(int throttled) {
    return throttled >= limit;
  }

  /**
   * The pause after a provider asked at {@code now}. Messages that were on their way when the pause
   * began do not make it longer.
   *
   * @param before its last pause, if there was one
   */
  public Pause after(@Nullable Pause before, Instant now) {
    if (before == null || before.until().plus(longest).isBefore(now)) {
      return new Pause(now, now.plus(spread(first)));
    }
    if (now.isBefore(before.until())) {
      return before;
    }
    Duration asking = Duration.between(before.since(), now);
    Duration wait = asking.compareTo(longest) > 0 ? longest : asking;
    return new Pause(before.since(), now.plus(spread(wait.compareTo(first) < 0 ? first : wait)));
  }

  private Duration spread(Duration wait) {
    return wait.plusMillis(Math.round(wait.toMillis() / 4.0 * chance.getAsDouble()));
  }
}
