package dev.hourglass.clocks.calendar;

import dev.hourglass.contracts.edition.WorkingInterval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * One interval of a day, before it is laid on a date.
 *
 * @param days how many days after the date of {@code from} its end lies: 0 or 1
 */
record DayHours(LocalTime from, LocalTime to, int days) {

  private static final String END_OF_DAY = "24:00";

  static DayHours of(WorkingInterval interval) {
    LocalTime from = LocalTime.parse(interval.from());
    if (interval.to().equals(END_OF_DAY)) {
      return new DayHours(from, LocalTime.MIDNIGHT, 1);
    }
    LocalTime to = LocalTime.parse(interval.to());
    return new DayHours(from, to, to.isAfter(from) ? 0 : 1);
  }

  Stretch on(LocalDate date, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    return new Stretch(
        instant(date.atTime(from), rules), instant(date.plusDays(days).atTime(to), rules));
  }

  /**
   * A local time that the clocks skip is the instant of the skip; one that comes twice is the first
   * of the two. The same for starts and ends, so that adjacent intervals neither overlap nor leave
   * a hole.
   */
  private static Instant instant(LocalDateTime local, ZoneRules rules) {
    ZoneOffsetTransition transition = rules.getTransition(local);
    if (transition != null && transition.isGap()) {
      return transition.getInstant();
    }
    return local.toInstant(rules.getValidOffsets(local).get(0));
  }
}
