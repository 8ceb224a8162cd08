package dev.hourglass.contracts.edition;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.DayOfWeek;

/**
 * A half-open stretch of working time of one weekday, in the calendar's zone.
 *
 * @param from first minute that counts, {@code HH:mm}
 * @param to first minute that does not count, {@code HH:mm}; {@code 24:00} is the end of the day,
 *     and a time not after {@code from} lies on the next day (overnight)
 */
public record WorkingInterval(DayOfWeek day, String from, String to) {

  public WorkingInterval {
    required(day, "day");
    required(from, "from");
    required(to, "to");
    rule(from.matches("([01][0-9]|2[0-3]):[0-5][0-9]"), "'from' is a time HH:mm before 24:00");
    rule(to.matches("([01][0-9]|2[0-3]):[0-5][0-9]|24:00"), "'to' is a time HH:mm up to 24:00");
  }
}
