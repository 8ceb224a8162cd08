package dev.hourglass.policy.yaml;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The public holidays of a country, from a library: asked when an edition is read, never later. */
final class HolidaySets {

  private final HolidayManager manager;

  private HolidaySets(HolidayManager manager) {
    this.manager = manager;
  }

  /**
   * The holidays of a country by its ISO 3166 code in capitals; empty if the library knows none. It
   * knows exchanges, too, by other names.
   */
  static Optional<HolidaySets> of(String country) {
    String code = country.toLowerCase(Locale.ROOT);
    return country.matches("[A-Z]{2}")
            && HolidayManager.getSupportedCalendarCodes().contains(country)
        ? Optional.of(new HolidaySets(HolidayManager.getInstance(ManagerParameters.create(code))))
        : Optional.empty();
  }

  /**
   * The codes that the library has for a region such as {@code BY}, or a part of one such as {@code
   * BY/AG}; empty if there is no such region.
   */
  Optional<List<String>> path(String region) {
    List<String> path = new ArrayList<>();
    CalendarHierarchy place = manager.getCalendarHierarchy();
    for (String part : region.toLowerCase(Locale.ROOT).split("/", -1)) {
      place = place.getChildren().get(part);
      if (place == null) {
        return Optional.empty();
      }
      path.add(part);
    }
    return Optional.of(path);
  }

  /** The regions that have holidays of their own. */
  List<String> regions() {
    return manager.getCalendarHierarchy().getChildren().keySet().stream()
        .map(code -> code.toUpperCase(Locale.ROOT))
        .sorted()
        .toList();
  }

  /**
   * What is closed, by date: public and bank holidays, not days that are merely observed. Named in
   * English whatever the machine speaks, so that an edition is the same everywhere.
   */
  SortedMap<LocalDate, String> between(int firstYear, int lastYear, List<String> path) {
    SortedMap<LocalDate, String> closed = new TreeMap<>();
    for (int year = firstYear; year <= lastYear; year++) {
      for (Holiday holiday : manager.getHolidays(Year.of(year), path.toArray(String[]::new))) {
        if (holiday.getType() != HolidayType.OBSERVANCE) {
          closed.merge(
              holiday.getDate(),
              holiday.getDescription(Locale.ROOT),
              (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
      }
    }
    return closed;
  }

  /** The names of the holidays, each once. */
  static List<String> names(Map<LocalDate, String> holidays) {
    return holidays.values().stream().distinct().sorted().toList();
  }
}
