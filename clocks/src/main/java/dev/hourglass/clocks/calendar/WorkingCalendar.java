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
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  private static final int REMEMBERED_DAYS = 256;
  private static final long SECONDS_A_DAY = 86_400;

  private record Day(long epochDay, List<Stretch> stretches) {}

  private final String name;
  private final boolean alwaysOn;
  private final ZoneId zone;
  private final Map<DayOfWeek, List<DayHours>> week = new EnumMap<>(DayOfWeek.class);
  private final Map<LocalDate, List<DayHours>> specialDays = new HashMap<>();
  private final Map<LocalDate, NamedDay> specialNames = new HashMap<>();

  /**
   * Days counted out before, each at its place or none; they never change, so a race costs nothing.
   */
  private final Day[] days = new Day[REMEMBERED_DAYS];

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

  /**
   * Lays out the calendars of an edition, each under its name.
   *
   * @throws IllegalArgumentException or {@link java.time.DateTimeException} if one cannot be
   */
  public static Map<String, WorkingCalendar> byName(Collection<CalendarDefinition> definitions) {
    return definitions.stream()
        .collect(Collectors.toMap(CalendarDefinition::name, WorkingCalendar::of, (a, b) -> a));
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
    long first = earliestDay(start);
    for (long day = first; day < first + HORIZON_DAYS; day++) {
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
    long last = latestDay(end);
    for (long day = earliestDay(start); day <= last; day++) {
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

  LocalDate dateOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** A night that began the day before may still run. */
  LocalDate dayBefore(Instant instant) {
    return dateOf(instant).minusDays(1);
  }

  Optional<NamedDay> specialDay(LocalDate day) {
    return Optional.ofNullable(specialNames.get(day));
  }

  /** The hours of the week, also where a special day replaces them. */
  List<Stretch> weeklyStretches(LocalDate day) {
    return laidOn(day, week.get(day.getDayOfWeek()));
  }

  /** No zone is a day away from UTC, and a night that began the day before may still run. */
  private static long earliestDay(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), SECONDS_A_DAY) - 2;
  }

  private static long latestDay(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), SECONDS_A_DAY) + 1;
  }

  private List<Stretch> stretches(long epochDay) {
    int place = Math.floorMod(epochDay, REMEMBERED_DAYS);
    Day known = days[place];
    if (known == null || known.epochDay() != epochDay) {
      known = new Day(epochDay, stretches(LocalDate.ofEpochDay(epochDay)));
      days[place] = known;
    }
    return known.stretches();
  }

  List<Stretch> stretches(LocalDate day) {
    return laidOn(day, specialDays.getOrDefault(day, week.get(day.getDayOfWeek())));
  }

  private List<Stretch> laidOn(LocalDate day, List<DayHours> hours) {
    return hours.stream().map(interval -> interval.on(day, zone)).toList();
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
