package dev.hourglass.clocks.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time for which one rule of a calendar decides.
 *
 * @param to the first instant that is not part of it
 * @param counts whether it is working time
 * @param specialDay the special day, where one decides
 */
public record CalendarSpan(
    Instant from, Instant to, boolean counts, CalendarRule rule, @Nullable NamedDay specialDay) {

  static CalendarSpan alwaysOn(Instant from, Instant to) {
    return new CalendarSpan(from, to, true, CalendarRule.ALWAYS_ON, null);
  }

  static CalendarSpan of(Instant from, Instant to, boolean counts, @Nullable NamedDay specialDay) {
    CalendarRule rule = specialDay == null ? CalendarRule.WEEKLY_HOURS : CalendarRule.SPECIAL_DAY;
    return new CalendarSpan(from, to, counts, rule, specialDay);
  }
}
