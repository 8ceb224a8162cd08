package dev.hourglass.clocks.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.SpecialDay;
import dev.hourglass.contracts.edition.WorkingInterval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

  private static final String BERLIN = "Europe/Berlin";

  private final WorkingCalendar nineToFive = weekdays(BERLIN, "09:00", "17:00");

  @Test
  @DisplayName("R15: Friday 16:30 plus one hour on Monday to Friday 9 to 17 is Monday 09:30")
  void goldenExample() {
    assertThat(nineToFive.add(berlin("2026-11-20T16:30"), Duration.ofHours(1)))
        .isEqualTo(berlin("2026-11-23T09:30"));
  }

  @Test
  void addingNothingStaysWhereItIsEvenOutsideHours() {
    Instant saturday = berlin("2026-11-21T03:00");
    assertThat(nineToFive.add(saturday, Duration.ZERO)).isEqualTo(saturday);
  }

  @Test
  void timeThatEndsWithTheWorkingDayEndsThen() {
    assertThat(nineToFive.add(berlin("2026-11-20T16:30"), Duration.ofMinutes(30)))
        .isEqualTo(berlin("2026-11-20T17:00"));
  }

  @Test
  void oneMillisecondMoreEndsOnTheNextWorkingDay() {
    assertThat(nineToFive.add(berlin("2026-11-20T16:30"), Duration.ofMillis(1_800_001)))
        .isEqualTo(berlin("2026-11-23T09:00").plusMillis(1));
  }

  @Test
  void hoursAreHalfOpen() {
    Instant nine = berlin("2026-11-20T09:00");
    Instant five = berlin("2026-11-20T17:00");
    assertThat(nineToFive.between(nine.minusMillis(1), nine)).isZero();
    assertThat(nineToFive.between(nine, nine.plusMillis(1))).isEqualTo(Duration.ofMillis(1));
    assertThat(nineToFive.between(five.minusMillis(1), five)).isEqualTo(Duration.ofMillis(1));
    assertThat(nineToFive.between(five, five.plusMillis(1))).isZero();
  }

  @Test
  @DisplayName("R4: a weekend adds no working time")
  void weekendAddsNothing() {
    assertThat(nineToFive.between(berlin("2026-11-20T17:00"), berlin("2026-11-23T09:00"))).isZero();
  }

  @Test
  @DisplayName("R16: lunch breaks, and an overnight shift belongs to the day on which it starts")
  void splitShiftsAndNights() {
    WorkingCalendar calendar =
        calendar(
            BERLIN,
            List.of(
                new WorkingInterval(DayOfWeek.MONDAY, "09:00", "12:00"),
                new WorkingInterval(DayOfWeek.MONDAY, "13:00", "17:00"),
                new WorkingInterval(DayOfWeek.TUESDAY, "22:00", "06:00")),
            List.of());
    assertThat(calendar.add(berlin("2026-11-23T11:30"), Duration.ofHours(1)))
        .isEqualTo(berlin("2026-11-23T13:30"));
    assertThat(calendar.add(berlin("2026-11-25T05:00"), Duration.ofHours(1)))
        .isEqualTo(berlin("2026-11-25T06:00"));
    assertThat(calendar.between(berlin("2026-11-23T00:00"), berlin("2026-11-30T00:00")))
        .isEqualTo(Duration.ofHours(15));
  }

  @Test
  @DisplayName("R16: 24:00 ends the day, and intervals that overlap count once")
  void endOfDayAndOverlaps() {
    WorkingCalendar calendar =
        calendar(
            BERLIN,
            List.of(
                new WorkingInterval(DayOfWeek.MONDAY, "20:00", "24:00"),
                new WorkingInterval(DayOfWeek.MONDAY, "22:00", "02:00"),
                new WorkingInterval(DayOfWeek.TUESDAY, "01:00", "03:00")),
            List.of());
    assertThat(calendar.between(berlin("2026-11-23T00:00"), berlin("2026-11-25T00:00")))
        .isEqualTo(Duration.ofHours(7));
    assertThat(calendar.add(berlin("2026-11-23T20:00"), Duration.ofHours(7)))
        .isEqualTo(berlin("2026-11-24T03:00"));
  }

  @Test
  @DisplayName("R16: a special day is closed or has hours of its own")
  void specialDays() {
    WorkingCalendar calendar =
        calendar(
            BERLIN,
            weekdayHours("09:00", "17:00"),
            List.of(
                new SpecialDay(LocalDate.parse("2026-12-25"), "Christmas Day", List.of()),
                new SpecialDay(
                    LocalDate.parse("2026-12-24"),
                    "Christmas Eve",
                    List.of(new WorkingInterval(DayOfWeek.THURSDAY, "09:00", "12:00")))));
    assertThat(calendar.add(berlin("2026-12-24T11:00"), Duration.ofHours(2)))
        .isEqualTo(berlin("2026-12-28T10:00"));
  }

  @ParameterizedTest(name = "R7: {0} from {1} to {2} works {3}")
  @DisplayName("R7: hours of the days on which clocks change")
  @CsvSource({
    // Every day 00:00 to 24:00: days of 23, 25, 24.5 and 23.5 hours.
    "Europe/Berlin,00:00,24:00,2026-03-29,PT23H",
    "Europe/Berlin,00:00,24:00,2026-10-25,PT25H",
    "Europe/Copenhagen,00:00,24:00,2026-03-29,PT23H",
    "Europe/Copenhagen,00:00,24:00,2026-10-25,PT25H",
    "Europe/Amsterdam,00:00,24:00,2026-03-29,PT23H",
    "Europe/Amsterdam,00:00,24:00,2026-10-25,PT25H",
    "America/New_York,00:00,24:00,2026-03-08,PT23H",
    "America/New_York,00:00,24:00,2026-11-01,PT25H",
    "America/Sao_Paulo,00:00,24:00,2018-11-04,PT23H",
    "America/Sao_Paulo,00:00,24:00,2018-02-17,PT25H",
    "Asia/Kolkata,00:00,24:00,2026-03-29,PT24H",
    "Australia/Lord_Howe,00:00,24:00,2026-04-05,PT24H30M",
    "Australia/Lord_Howe,00:00,24:00,2026-10-04,PT23H30M",
    // The gap in Berlin is 02:00 to 03:00: hours inside it do not exist, hours at it are short.
    "Europe/Berlin,02:15,02:45,2026-03-29,PT0S",
    "Europe/Berlin,01:30,02:30,2026-03-29,PT30M",
    "Europe/Berlin,02:30,03:30,2026-03-29,PT30M",
    "Europe/Berlin,01:00,04:00,2026-03-29,PT2H",
    // The overlap in Berlin is 02:00 to 03:00: a time that comes twice is the first of the two.
    "Europe/Berlin,01:00,04:00,2026-10-25,PT4H",
    "Europe/Berlin,01:00,02:30,2026-10-25,PT1H30M",
    "Europe/Berlin,02:30,04:00,2026-10-25,PT2H30M",
    // In Sao Paulo midnight itself was skipped.
    "America/Sao_Paulo,00:30,02:00,2018-11-04,PT1H",
  })
  void daysOnWhichClocksChange(
      String zone, String from, String to, LocalDate date, Duration expected) {
    WorkingCalendar calendar =
        calendar(zone, List.of(new WorkingInterval(date.getDayOfWeek(), from, to)), List.of());
    Instant start = date.minusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
    Instant end = date.plusDays(2).atStartOfDay(ZoneId.of(zone)).toInstant();
    assertThat(calendar.between(start, end)).isEqualTo(expected);
  }

  @Test
  @DisplayName("R7: a 24x7 target is exact elapsed time across a change of clocks")
  void alwaysOnIsElapsedTime() {
    WorkingCalendar calendar = WorkingCalendar.of(CalendarDefinition.alwaysOn("24x7"));
    Instant start = berlin("2026-03-28T12:00");
    assertThat(calendar.add(start, Duration.ofHours(24))).isEqualTo(start.plusSeconds(86_400));
    assertThat(calendar.between(start, start.plusSeconds(86_400))).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void moreTimeThanTheHorizonHoldsIsRefusedInsteadOfSearchedFor() {
    assertThatThrownBy(() -> nineToFive.add(berlin("2026-11-20T16:30"), Duration.ofDays(365_000)))
        .isInstanceOf(NoWorkingTimeException.class)
        .hasMessageContaining("calendar 'test' has less than");
  }

  @Test
  @DisplayName(
      "R3, R9: working time adds up over any split, and what add reaches lies within the hours")
  void addsUpOverAnySplit() {
    Random random = new Random(20261122);
    for (int i = 0; i < 4_000; i++) {
      WorkingCalendar calendar = randomCalendar(random);
      Instant a = Instant.ofEpochMilli(1_500_000_000_000L + random.nextInt(Integer.MAX_VALUE));
      Instant b = a.plusMillis(random.nextInt(1_000_000_000));
      Instant c = b.plusMillis(random.nextInt(1_000_000_000));
      assertThat(calendar.between(a, b).plus(calendar.between(b, c)))
          .isEqualTo(calendar.between(a, c));
      Duration time = Duration.ofMillis(1 + random.nextInt(500_000_000));
      Instant reached = calendar.add(a, time);
      assertThat(calendar.between(a, reached)).isEqualTo(time);
      assertThat(calendar.between(a, reached.minusNanos(1))).isEqualTo(time.minusNanos(1));
      assertThat(calendar.add(a, Duration.ZERO)).isEqualTo(a);
    }
  }

  private static WorkingCalendar randomCalendar(Random random) {
    List<String> zones =
        List.of(
            BERLIN,
            "Europe/Copenhagen",
            "Europe/Amsterdam",
            "America/New_York",
            "America/Sao_Paulo",
            "Asia/Kolkata",
            "Australia/Lord_Howe");
    List<WorkingInterval> hours = new ArrayList<>();
    // An hour a week at least, for otherwise some times would take more than twenty years.
    hours.add(new WorkingInterval(DayOfWeek.of(1 + random.nextInt(7)), "01:30", "02:30"));
    for (int i = 0; i < random.nextInt(8); i++) {
      hours.add(
          new WorkingInterval(DayOfWeek.of(1 + random.nextInt(7)), time(random), time(random)));
    }
    return calendar(zones.get(random.nextInt(zones.size())), hours, List.of());
  }

  private static String time(Random random) {
    return String.format("%02d:%02d", random.nextInt(24), random.nextInt(60));
  }

  private static WorkingCalendar weekdays(String zone, String from, String to) {
    return calendar(zone, weekdayHours(from, to), List.of());
  }

  private static List<WorkingInterval> weekdayHours(String from, String to) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.getValue() <= 5)
        .map(day -> new WorkingInterval(day, from, to))
        .toList();
  }

  private static WorkingCalendar calendar(
      String zone, List<WorkingInterval> hours, List<SpecialDay> specialDays) {
    return WorkingCalendar.of(
        new CalendarDefinition("test", false, ZoneId.of(zone), hours, specialDays));
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of(BERLIN)).toInstant();
  }
}
