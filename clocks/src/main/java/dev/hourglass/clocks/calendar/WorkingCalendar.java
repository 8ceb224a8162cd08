package dev.hourglass.clocks.calendar;

import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.SpecialDay;
import dev.hourglass.contracts.edition.WorkingInterval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts working time: the one function for runs and for pauses (R3).
 *
 * <p>An interval belongs to the day on which it starts, with the whole of its night; a special day
 * replaces what starts on its date. Intervals that overlap count once. {@link #add} gives the
 * earliest instant by which the time has run, so an hour that ends with the working day ends then,
 * not on the next morning. For all {@code a <= b <= c}: {@code between(a, b) + between(b, c) =
 * between(a, c)}, exactly, whatever the zone does.
 */
public final class WorkingCalendar {

  /** How far {@link #add} looks before it gives up. */
  static final int HORIZON_DAYS = 20 * 366;

  private final String name;
  private final boolean alwaysOn;
  private final ZoneId zone;
  private final Map<DayOfWeek, List<DayHours>> week = new EnumMap<>(DayOfWeek.class);
  private final Map<LocalDate, List<DayHours>> specialDays = new HashMap<>();
  private final Map<LocalDate, NamedDay> specialNames = new HashMap<>();

  private WorkingCalendar(CalendarDefinition definition) {
    name = definition.name();
    alwaysOn = definition.alwaysOn();
    zone = definition.zone();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(
          day, hours(definition.hours().stream().filter(hours -> hours.day() == day).toList()));
    }
    for (SpecialDay special : definition.specialDays()) {
      specialDays.put(special.date(), hours(special.hours()));
      specialNames.put(special.date(), new NamedDay(special.date(), special.name()));
    }
  }

  public static WorkingCalendar of(CalendarDefinition definition) {
    return new WorkingCalendar(definition);
  }

  public String name() {
    return name;
  }

  /** The zone of its hours; empty where every moment counts. */
  public Optional<ZoneId> zone() {
    return alwaysOn ? Optional.empty() : Optional.of(zone);
  }

  /**
   * The earliest instant by which {@code time} of working time has run since {@code start}; {@code
   * start} itself if the time is zero.
   *
   * @throws NoWorkingTimeException if the next twenty years do not hold that much
   */
  public Instant add(Instant start, Duration time) {
    rule(!time.isNegative(), "working time to add must not be negative");
    if (time.isZero()) {
      return start;
    }
    if (alwaysOn) {
      return start.plus(time);
    }
    Duration left = time;
    Instant counted = start;
    LocalDate day = dayBefore(start);
    for (int i = 0; i < HORIZON_DAYS; i++) {
      for (Stretch stretch : stretches(day)) {
        Instant from = later(stretch.from(), counted);
        if (from.isBefore(stretch.to())) {
          Duration length = Duration.between(from, stretch.to());
          if (left.compareTo(length) <= 0) {
            return from.plus(left);
          }
          left = left.minus(length);
          counted = stretch.to();
        }
      }
      day = day.plusDays(1);
    }
    throw new NoWorkingTimeException(
        "calendar '" + name + "' has less than " + time + " of working time in 20 years");
  }

  /** The working time from {@code start} up to {@code end}; zero if the end is not after it. */
  public Duration between(Instant start, Instant end) {
    if (!start.isBefore(end)) {
      return Duration.ZERO;
    }
    if (alwaysOn) {
      return Duration.between(start, end);
    }
    Duration sum = Duration.ZERO;
    Instant counted = start;
    LocalDate last = end.atZone(zone).toLocalDate();
    for (LocalDate day = dayBefore(start); !day.isAfter(last); day = day.plusDays(1)) {
      for (Stretch stretch : stretches(day)) {
        Instant from = later(stretch.from(), counted);
        Instant to = stretch.to().isBefore(end) ? stretch.to() : end;
        if (from.isBefore(to)) {
          sum = sum.plus(Duration.between(from, to));
          counted = to;
        }
      }
    }
    return sum;
  }

  /**
   * Every moment from {@code start} up to {@code end}, with the rule that decides whether it
   * counts; no moment twice and none left out. What counts adds up to {@link #between}.
   */
  public List<CalendarSpan> spans(Instant start, Instant end) {
    if (!start.isBefore(end)) {
      return List.of();
    }
    return alwaysOn
        ? List.of(CalendarSpan.alwaysOn(start, end))
        : CalendarSpans.of(this, start, end);
  }

  /** A night that began the day before may still run. */
  LocalDate dayBefore(Instant instant) {
    return dateOf(instant).minusDays(1);
  }

  LocalDate dateOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  Optional<NamedDay> specialDay(LocalDate day) {
    return Optional.ofNullable(specialNames.get(day));
  }

  List<Stretch> stretches(LocalDate day) {
    return laidOn(day, specialDays.getOrDefault(day, week.get(day.getDayOfWeek())));
  }

  /** The hours of the week, also where a special day replaces them. */
  List<Stretch> weeklyStretches(LocalDate day) {
    return laidOn(day, week.get(day.getDayOfWeek()));
  }

  private List<Stretch> laidOn(LocalDate day, List<DayHours> hours) {
    List<Stretch> stretches = new ArrayList<>(hours.size());
    for (DayHours interval : hours) {
      stretches.add(interval.on(day, zone));
    }
    return stretches;
  }

  private static List<DayHours> hours(List<WorkingInterval> intervals) {
    return intervals.stream()
        .map(DayHours::of)
        .sorted(Comparator.comparing(DayHours::from))
        .toList();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
