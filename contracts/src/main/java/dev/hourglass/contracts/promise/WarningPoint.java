package dev.hourglass.contracts.promise;

import static dev.hourglass.contracts.Rules.rule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a clock is at risk: at a share of the target, or some time before the deadline, never both.
 * Working time, through the target's calendar (R9).
 *
 * @param level from 1; each level is said at most once a cycle (R10)
 * @param sharePercent 1 to 99: the share of the target that has run
 * @param timeBefore working time before the deadline
 */
public record WarningPoint(
    int level, @Nullable Integer sharePercent, @Nullable Duration timeBefore) {

  public WarningPoint {
    rule(level >= 1, "'level' starts at 1");
    rule(
        (sharePercent == null) != (timeBefore == null),
        "a warning point has either 'sharePercent' or 'timeBefore'");
    rule(
        sharePercent == null || (sharePercent >= 1 && sharePercent <= 99),
        "'sharePercent' must be 1 to 99");
    rule(
        timeBefore == null || (!timeBefore.isNegative() && !timeBefore.isZero()),
        "'timeBefore' must be positive");
  }

  /** A warning at a share of the target. */
  public static WarningPoint atShare(int level, int sharePercent) {
    return new WarningPoint(level, sharePercent, null);
  }

  /** A warning some working time before the deadline. */
  public static WarningPoint before(int level, Duration timeBefore) {
    return new WarningPoint(level, null, timeBefore);
  }
}
