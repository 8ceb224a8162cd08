package dev.hourglass.contracts.edition;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When time counts. Belongs to an edition and never changes in it.
 *
 * @param alwaysOn 24×7: elapsed time, whatever the zone does
 * @param zone the zone of the hours; required unless always on
 * @param hours working intervals of the week; any number a day
 * @param specialDays holidays and other dates with hours of their own
 */
public record CalendarDefinition(
    String name,
    boolean alwaysOn,
    @Nullable ZoneId zone,
    List<WorkingInterval> hours,
    List<SpecialDay> specialDays) {

  public CalendarDefinition {
    required(name, "name");
    hours = listOf(hours);
    specialDays = listOf(specialDays);
    rule(
        alwaysOn ? hours.isEmpty() && specialDays.isEmpty() : zone != null && !hours.isEmpty(),
        "a calendar is always on, or has a zone and working hours");
  }

  /** The calendar on which every second counts (S52). */
  public static CalendarDefinition alwaysOn(String name) {
    return new CalendarDefinition(name, true, null, List.of(), List.of());
  }
}
