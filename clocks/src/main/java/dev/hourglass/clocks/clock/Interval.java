package dev.hourglass.clocks.clock;

import dev.hourglass.clocks.calendar.CalendarRule;
import dev.hourglass.clocks.calendar.CalendarSpan;
import dev.hourglass.clocks.calendar.NamedDay;
import dev.hourglass.clocks.history.Pause;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in the life of a clock that has one reason.
 *
 * @param to the first instant that is not part of it
 * @param wall its length on the wall clock, exact
 * @param pause the pause that it is part of, if it is {@code PAUSED}
 * @param rule the rule of the calendar by which it counts, or does not
 * @param specialDay the special day, where that is the rule
 */
public record Interval(
    Instant from,
    Instant to,
    Duration wall,
    IntervalReason reason,
    @Nullable Pause pause,
    CalendarRule rule,
    @Nullable NamedDay specialDay) {

  static Interval outOfHours(CalendarSpan span) {
    return of(span.from(), span.to(), IntervalReason.OUT_OF_HOURS, null, span);
  }

  static Interval running(Instant from, Instant to, CalendarSpan span) {
    return of(from, to, IntervalReason.RUNNING, null, span);
  }

  static Interval paused(Instant from, Instant to, Pause pause, CalendarSpan span) {
    return of(from, to, IntervalReason.PAUSED, pause, span);
  }

  private static Interval of(
      Instant from, Instant to, IntervalReason reason, @Nullable Pause pause, CalendarSpan span) {
    return new Interval(
        from, to, Duration.between(from, to), reason, pause, span.rule(), span.specialDay());
  }
}
