package dev.hourglass.contracts.edition;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.LocalDate;
import java.util.List;

/**
 * A date with other hours than its weekday: closed if it has none.
 *
 * @param name what the day is, for the ledger, for example {@code Christmas Day}
 * @param hours intervals of that date; their weekday must be the date's own
 */
public record SpecialDay(LocalDate date, String name, List<WorkingInterval> hours) {

  public SpecialDay {
    required(date, "date");
    required(name, "name");
    hours = listOf(hours);
    for (WorkingInterval interval : hours) {
      rule(
          interval.day() == date.getDayOfWeek(),
          "the hours of a special day carry the weekday of its date");
    }
  }
}
