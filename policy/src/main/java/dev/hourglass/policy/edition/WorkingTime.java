package dev.hourglass.policy.edition;

import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.SpecialDay;
import dev.hourglass.contracts.edition.WorkingInterval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much working time a calendar has, to see whether a target can be counted on it at all. */
final class WorkingTime {

  /** Ten years, the longest target; the clocks look twice as far before they give up. */
  static final int YEARS = 10;

  private WorkingTime() {}

  /**
   * What a calendar that is not always on has in {@link #YEARS} from a date on, by the clock on the
   * wall.
   */
  static Duration from(LocalDate start, CalendarDefinition calendar) {
    Map<DayOfWeek, Integer> week = new EnumMap<>(DayOfWeek.class);
    for (WorkingInterval interval : calendar.hours()) {
      week.merge(interval.day(), WeekHours.length(interval), Integer::sum);
    }
    Map<LocalDate, Integer> special = new HashMap<>();
    for (SpecialDay day : calendar.specialDays()) {
      special.put(day.date(), minutes(day.hours()));
    }
    long minutes = 0;
    LocalDate end = start.plusYears(YEARS);
    for (LocalDate day = start; day.isBefore(end); day = day.plusDays(1)) {
      minutes += special.getOrDefault(day, week.getOrDefault(day.getDayOfWeek(), 0));
    }
    return Duration.ofMinutes(minutes);
  }

  private static int minutes(List<WorkingInterval> hours) {
    return hours.stream().mapToInt(WeekHours::length).sum();
  }
}
