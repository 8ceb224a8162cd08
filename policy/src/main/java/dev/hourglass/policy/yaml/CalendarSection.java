package dev.hourglass.policy.yaml;

import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.SpecialDay;
import dev.hourglass.contracts.edition.WorkingInterval;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calendars of the document. */
final class CalendarSection {

  private final HolidaySection holidays;

  /**
   * @param effectiveFrom from when the edition has holidays where it does not say so itself
   */
  CalendarSection(Instant effectiveFrom) {
    holidays = new HolidaySection(effectiveFrom.atOffset(ZoneOffset.UTC).getYear());
  }

  List<CalendarDefinition> calendars(YamlNode root) {
    return root.list(
        "calendars",
        node -> {
          String name = node.text("name");
          boolean alwaysOn = node.flag("alwaysOn");
          ZoneId zone =
              node.parsed(
                  node.optionalText("zone"),
                  "zone",
                  "a time zone such as Europe/Berlin",
                  ZoneId::of);
          List<WorkingInterval> hours =
              node.list("hours", CalendarSection::weekly).stream().flatMap(List::stream).toList();
          if (!alwaysOn && node.isEmpty("hours")) {
            node.problem(
                "hours", "no working time: a calendar has working hours, or is 'alwaysOn: true'");
          }
          List<SpecialDay> specialDays =
              holidays.added(node, node.list("specialDays", CalendarSection::specialDay));
          return node.build(() -> new CalendarDefinition(name, alwaysOn, zone, hours, specialDays));
        });
  }

  private static @Nullable List<WorkingInterval> weekly(YamlNode node) {
    Set<DayOfWeek> days = node.someOf("days", DayOfWeek.class);
    String from = node.text("from");
    String to = node.text("to");
    if (days.isEmpty()) {
      node.problem("days", "names at least one weekday");
    }
    return node.build(() -> days.stream().map(day -> new WorkingInterval(day, from, to)).toList());
  }

  private static @Nullable SpecialDay specialDay(YamlNode node) {
    LocalDate date =
        node.parsed(node.text("date"), "date", "a date such as 2026-12-25", FourDigitYears::date);
    String name = node.text("name");
    List<WorkingInterval> hours = node.list("hours", interval -> dated(interval, date));
    return node.build(() -> new SpecialDay(date, name, hours));
  }

  private static @Nullable WorkingInterval dated(YamlNode node, @Nullable LocalDate date) {
    String from = node.text("from");
    String to = node.text("to");
    return date == null
        ? null
        : node.build(() -> new WorkingInterval(date.getDayOfWeek(), from, to));
  }
}
