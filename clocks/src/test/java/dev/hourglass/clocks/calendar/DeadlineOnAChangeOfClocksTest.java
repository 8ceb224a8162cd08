package dev.hourglass.clocks.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.WorkingInterval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines on the night on which the clocks change, on the hours of every day. */
class DeadlineOnAChangeOfClocksTest {

  @ParameterizedTest(name = "R7: {0} from {1} to {2}: {3} and {4} is {5}")
  @DisplayName("R7: a deadline in a gap or an overlap of the clocks")
  @CsvSource({
    // Berlin jumps from 02:00 to 03:00 at 01:00Z: 01:30 and an hour is 03:30, there is no 02:30.
    "Europe/Berlin,01:00,04:00,2026-03-29T00:30:00Z,PT30M,2026-03-29T01:00:00Z",
    "Europe/Berlin,01:00,04:00,2026-03-29T00:30:00Z,PT1H,2026-03-29T01:30:00Z",
    "Europe/Berlin,01:00,04:00,2026-03-29T00:30:00Z,PT1H30M,2026-03-29T02:00:00Z",
    "Europe/Berlin,01:00,04:00,2026-03-29T00:30:00Z,PT1H31M,2026-03-29T23:01:00Z",
    "Europe/Copenhagen,01:00,04:00,2026-03-29T00:30:00Z,PT1H,2026-03-29T01:30:00Z",
    "Europe/Amsterdam,01:00,04:00,2026-03-29T00:30:00Z,PT1H,2026-03-29T01:30:00Z",
    // Hours that lie in the gap do not exist that night.
    "Europe/Berlin,02:15,02:45,2026-03-28T20:00:00Z,PT10M,2026-03-30T00:25:00Z",
    // Berlin falls back from 03:00 to 02:00 at 01:00Z: 02:30 comes twice, both of them count.
    "Europe/Berlin,01:00,04:00,2026-10-24T23:30:00Z,PT1H,2026-10-25T00:30:00Z",
    "Europe/Berlin,01:00,04:00,2026-10-24T23:30:00Z,PT2H,2026-10-25T01:30:00Z",
    "Europe/Berlin,01:00,04:00,2026-10-24T23:30:00Z,PT3H30M,2026-10-25T03:00:00Z",
    "Europe/Berlin,01:00,04:00,2026-10-24T23:30:00Z,PT3H31M,2026-10-26T00:01:00Z",
    "Europe/Copenhagen,01:00,04:00,2026-10-24T23:30:00Z,PT2H,2026-10-25T01:30:00Z",
    "Europe/Amsterdam,01:00,04:00,2026-10-24T23:30:00Z,PT2H,2026-10-25T01:30:00Z",
    "America/New_York,01:00,04:00,2026-03-08T06:30:00Z,PT1H,2026-03-08T07:30:00Z",
    "America/New_York,01:00,04:00,2026-03-08T06:30:00Z,PT1H30M,2026-03-08T08:00:00Z",
    "America/New_York,01:00,04:00,2026-11-01T05:30:00Z,PT1H,2026-11-01T06:30:00Z",
    // In Sao Paulo it is midnight that is skipped or comes again, in the middle of a night shift.
    "America/Sao_Paulo,22:00,02:00,2018-11-04T01:30:00Z,PT2H,2018-11-04T03:30:00Z",
    "America/Sao_Paulo,22:00,02:00,2018-02-18T00:30:00Z,PT2H,2018-02-18T02:30:00Z",
    "America/Sao_Paulo,22:00,02:00,2018-02-18T00:30:00Z,PT4H30M,2018-02-18T05:00:00Z",
    "Asia/Kolkata,09:00,17:00,2026-03-29T11:00:00Z,PT1H,2026-03-30T04:00:00Z",
    // On Lord Howe Island it is half an hour.
    "Australia/Lord_Howe,01:00,04:00,2026-10-03T15:00:00Z,PT1H,2026-10-03T16:00:00Z",
    "Australia/Lord_Howe,01:00,04:00,2026-10-03T15:00:00Z,PT2H,2026-10-03T17:00:00Z",
    "Australia/Lord_Howe,01:00,04:00,2026-04-04T14:30:00Z,PT1H,2026-04-04T15:30:00Z",
    "Australia/Lord_Howe,01:00,04:00,2026-04-04T14:30:00Z,PT3H,2026-04-04T17:30:00Z",
  })
  void deadlines(
      String zone, String from, String to, Instant start, Duration time, Instant expected) {
    WorkingCalendar calendar = daily(zone, from, to);
    assertThat(calendar.add(start, time)).isEqualTo(expected);
    assertThat(calendar.between(start, expected)).isEqualTo(time);
  }

  @ParameterizedTest
  @DisplayName("R7: a day of 23, 24 or 25 hours that is open all day is that long, to the deadline")
  @CsvSource({
    "Europe/Berlin,2026-03-28T23:00:00Z,PT23H,2026-03-29T22:00:00Z",
    "Europe/Berlin,2026-10-24T22:00:00Z,PT25H,2026-10-25T23:00:00Z",
    "Asia/Kolkata,2026-03-28T18:30:00Z,PT24H,2026-03-29T18:30:00Z",
    "Australia/Lord_Howe,2026-04-04T13:00:00Z,PT24H30M,2026-04-05T13:30:00Z",
    "Australia/Lord_Howe,2026-10-03T13:30:00Z,PT23H30M,2026-10-04T13:00:00Z",
  })
  void daysThatAreOpenAllDay(String zone, Instant midnight, Duration day, Instant nextMidnight) {
    WorkingCalendar calendar = daily(zone, "00:00", "24:00");
    assertThat(calendar.add(midnight, day)).isEqualTo(nextMidnight);
    assertThat(calendar.between(midnight, nextMidnight)).isEqualTo(day);
  }

  private static WorkingCalendar daily(String zone, String from, String to) {
    List<WorkingInterval> hours =
        Arrays.stream(DayOfWeek.values()).map(day -> new WorkingInterval(day, from, to)).toList();
    return WorkingCalendar.of(
        new CalendarDefinition("test", false, ZoneId.of(zone), hours, List.of()));
  }
}
