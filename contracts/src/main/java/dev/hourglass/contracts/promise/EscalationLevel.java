package dev.hourglass.contracts.promise;

import static dev.hourglass.contracts.Rules.code;
import static dev.hourglass.contracts.Rules.rule;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom to turn to when a clock is not stopped, and when: at a share of the target, or some time
 * before or after the deadline, one of the three. Working time, through the target's calendar,
 * after the deadline as before it (R22).
 *
 * @param level from 1; a clock's levels are in the order in which they come
 * @param sharePercent 1 to 1000: the share of the target that has run; 100 is the deadline
 * @param timeBefore working time before the deadline
 * @param timeAfter working time after the deadline
 * @param to whom, as the subscribers know it, for example {@code team-lead}; a role, not a person
 * @param via how, as the subscribers know it, for example {@code mail}
 * @param repeat how many times more, 1 to 20; missing if it is said once
 * @param every working time from one time to the next
 */
public record EscalationLevel(
    int level,
    @Nullable Integer sharePercent,
    @Nullable Duration timeBefore,
    @Nullable Duration timeAfter,
    String to,
    String via,
    @Nullable Integer repeat,
    @Nullable Duration every) {

  private static final int PERCENT = 100;
  private static final int LARGEST_SHARE = 1_000;
  private static final int MOST_REPETITIONS = 20;

  public EscalationLevel {
    rule(level >= 1, "'level' starts at 1");
    rule(
        Stream.of(sharePercent, timeBefore, timeAfter).filter(Objects::nonNull).count() == 1,
        "a level has one of 'sharePercent', 'timeBefore' and 'timeAfter'");
    rule(
        sharePercent == null || (sharePercent >= 1 && sharePercent <= LARGEST_SHARE),
        "'sharePercent' must be 1 to " + LARGEST_SHARE);
    rule(isTargetLike(timeBefore), "'timeBefore' must be positive, and no longer than ten years");
    rule(isTargetLike(timeAfter), "'timeAfter' must be positive, and no longer than ten years");
    code(to, "to");
    code(via, "via");
    rule((repeat == null) == (every == null), "'repeat' and 'every' go together");
    rule(
        repeat == null || (repeat >= 1 && repeat <= MOST_REPETITIONS),
        "'repeat' must be 1 to " + MOST_REPETITIONS);
    rule(isTargetLike(every), "'every' must be positive, and no longer than ten years");
  }

  /** A level at a share of the target, said once. */
  public static EscalationLevel atShare(int level, int sharePercent, String to, String via) {
    return new EscalationLevel(level, sharePercent, null, null, to, via, null, null);
  }

  /** A level some working time before the deadline, said once. */
  public static EscalationLevel before(int level, Duration time, String to, String via) {
    return new EscalationLevel(level, null, time, null, to, via, null, null);
  }

  /** A level some working time after the deadline, said once. */
  public static EscalationLevel after(int level, Duration time, String to, String via) {
    return new EscalationLevel(level, null, null, time, to, via, null, null);
  }

  /** The same level, said {@code times} times more, {@code interval} of working time apart. */
  public EscalationLevel repeated(int times, Duration interval) {
    return new EscalationLevel(
        level, sharePercent, timeBefore, timeAfter, to, via, times, interval);
  }

  /** How long a clock has run when the level is reached, if it may run for {@code target}. */
  public Duration reachedAfter(Duration target) {
    if (timeAfter != null) {
      return target.plus(timeAfter);
    }
    if (sharePercent != null) {
      return target.multipliedBy(sharePercent).dividedBy(PERCENT);
    }
    Duration time = target.minus(timeBefore);
    return time.isNegative() ? Duration.ZERO : time;
  }

  /** How many times it is said after the first. */
  public int repetitions() {
    return repeat == null ? 0 : repeat;
  }

  private static boolean isTargetLike(@Nullable Duration time) {
    return time == null
        || (!time.isNegative() && !time.isZero() && time.compareTo(Target.LONGEST) <= 0);
  }
}
