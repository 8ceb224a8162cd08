package dev.hourglass.clocks.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells of every moment between two instants whether it counts, and why. A special day is named for
 * exactly the time that it adds to the hours of the week or takes from them: the evening before
 * Christmas is no working time for its own reason.
 */
final class CalendarSpans {

  private final WorkingCalendar calendar;
  private final Instant to;
  private final List<CalendarSpan> spans = new ArrayList<>();
  private Instant told;

  private CalendarSpans(WorkingCalendar calendar, Instant from, Instant to) {
    this.calendar = calendar;
    this.to = to;
    told = from;
  }

  static List<CalendarSpan> of(WorkingCalendar calendar, Instant from, Instant to) {
    CalendarSpans telling = new CalendarSpans(calendar, from, to);
    LocalDate last = calendar.dateOf(to);
    for (LocalDate day = calendar.dayBefore(from); !day.isAfter(last); day = day.plusDays(1)) {
      for (Stretch stretch : calendar.stretches(day)) {
        telling.work(stretch, calendar.specialDay(day));
      }
    }
    telling.closedUntil(to);
    return List.copyOf(telling.spans);
  }

  private void work(Stretch stretch, Optional<NamedDay> specialDay) {
    Instant from = later(stretch.from(), told);
    Instant until = earlier(stretch.to(), to);
    if (from.isBefore(until)) {
      closedUntil(from);
      tell(until, true, specialDay.orElse(null));
    }
  }

  /** What the week would have counted here, a special day took away. */
  private void closedUntil(Instant end) {
    LocalDate last = calendar.dateOf(end);
    for (LocalDate day = calendar.dayBefore(told); !day.isAfter(last); day = day.plusDays(1)) {
      Optional<NamedDay> specialDay = calendar.specialDay(day);
      if (specialDay.isPresent()) {
        for (Stretch taken : calendar.weeklyStretches(day)) {
          Instant from = later(taken.from(), told);
          Instant until = earlier(taken.to(), end);
          if (from.isBefore(until)) {
            tell(from, false, null);
            tell(until, false, specialDay.get());
          }
        }
      }
    }
    tell(end, false, null);
  }

  private void tell(Instant until, boolean counts, @Nullable NamedDay specialDay) {
    if (told.isBefore(until)) {
      spans.add(CalendarSpan.of(told, until, counts, specialDay));
      told = until;
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
