package dev.hourglass.slamonitor.html;

import dev.hourglass.clocks.calendar.CalendarRule;
import dev.hourglass.clocks.clock.Interval;
import dev.hourglass.clocks.clock.IntervalReason;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An interval on the page.
 *
 * @param detail the rule or the kind of pause
 * @param fact the number of the fact that began the pause
 */
public record IntervalRow(
    Moment from,
    Moment to,
    String length,
    String style,
    String reason,
    @Nullable String detail,
    @Nullable Integer fact) {

  static IntervalRow of(Interval interval, ZoneId zone, FactNumbers numbers) {
    return new IntervalRow(
        Moment.of(interval.from(), zone),
        Moment.of(interval.to(), zone),
        Words.span(interval.wall()),
        Words.style(interval.reason()),
        Words.name(interval.reason()),
        detail(interval),
        interval.pause() == null ? null : numbers.of(interval.pause().eventId()));
  }

  private static @Nullable String detail(Interval interval) {
    if (interval.reason() == IntervalReason.PAUSED) {
      return Words.waiting(interval.pause().reason());
    }
    if (interval.rule() == CalendarRule.SPECIAL_DAY) {
      return interval.specialDay().name() + ", " + interval.specialDay().date();
    }
    return interval.reason() == IntervalReason.OUT_OF_HOURS ? "outside of the weekly hours" : null;
  }
}
