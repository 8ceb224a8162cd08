package dev.hourglass.notifier.subscription;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * A time of every week in which nobody wants mails.
 *
 * @param days on which it begins
 * @param from inclusive
 * @param to exclusive; on the next day if it is not after {@code from}, so that 00:00 to 00:00 is a
 *     whole day
 */
public record QuietInterval(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

  public QuietInterval {
    rule(days != null && !days.isEmpty(), "'days' names at least one day");
    required(from, "from");
    required(to, "to");
    days = Set.copyOf(days);
  }

  /** When it begins, if it begins on that day; the day must be one of {@code days}. */
  ZonedDateTime start(LocalDate day, ZoneId zone) {
    return ZonedDateTime.of(day, from, zone);
  }

  /** When it ends, if it begins on that day. */
  ZonedDateTime end(LocalDate day, ZoneId zone) {
    return ZonedDateTime.of(to.isAfter(from) ? day : day.plusDays(1), to, zone);
  }
}
