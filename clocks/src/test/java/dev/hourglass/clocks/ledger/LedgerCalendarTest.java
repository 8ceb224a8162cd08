package dev.hourglass.clocks.ledger;

import static dev.hourglass.clocks.Ticket.OFFICE;
import static dev.hourglass.clocks.Ticket.at;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.clocks.ledger.TicketLog.daily;
import static dev.hourglass.clocks.ledger.TicketLog.hours;
import static dev.hourglass.clocks.ledger.TicketLog.instant;
import static dev.hourglass.clocks.ledger.TicketLog.logged;
import static dev.hourglass.clocks.ledger.TicketLog.only;
import static dev.hourglass.clocks.ledger.TicketLog.special;
import static dev.hourglass.clocks.ledger.TicketLog.told;
import static dev.hourglass.contracts.promise.Metric.RESTORATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.calendar.CalendarRule;
import dev.hourglass.clocks.calendar.CalendarSpan;
import dev.hourglass.clocks.calendar.NamedDay;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.clock.Interval;
import dev.hourglass.contracts.edition.CalendarDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LedgerCalendarTest {

  private final Ticket ticket =
      new Ticket().received("08:00").promised("08:00", target(RESTORATION, "PT20H", OFFICE));

  private ClockEntry clock(CalendarDefinition calendar, Instant now) {
    return Ledger.latest(logged(ticket.facts()), only(calendar), now).clocks().get(0);
  }

  @Test
  @DisplayName("R17: time outside of the weekly hours says so")
  void outsideOfTheHoursOfTheWeek() {
    ClockEntry clock = clock(daily("UTC", "09:00", "17:00"), instant("2026-11-24T10:00:00Z"));
    assertThat(told(clock))
        .containsExactly("OUT_OF_HOURS PT1H", "RUNNING PT8H", "OUT_OF_HOURS PT16H", "RUNNING PT1H");
    assertThat(clock.intervals())
        .extracting(Interval::rule)
        .containsOnly(CalendarRule.WEEKLY_HOURS);
    assertThat(clock.zone()).hasToString("UTC");
  }

  @Test
  @DisplayName("R17: a special day is named for the time that it takes, and no other")
  void aClosedDayIsNamed() {
    CalendarDefinition calendar =
        daily("UTC", "09:00", "17:00", special("2026-11-24", "St. Martin"));
    ClockEntry clock = clock(calendar, instant("2026-11-25T10:00:00Z"));
    assertThat(told(clock))
        .containsExactly(
            "OUT_OF_HOURS PT1H",
            "RUNNING PT8H",
            "OUT_OF_HOURS PT16H",
            "OUT_OF_HOURS PT8H St. Martin",
            "OUT_OF_HOURS PT16H",
            "RUNNING PT1H");
    assertThat(clock.intervals().get(3).specialDay())
        .isEqualTo(new NamedDay(LocalDate.parse("2026-11-24"), "St. Martin"));
    assertThat(clock.intervals().get(3).rule()).isEqualTo(CalendarRule.SPECIAL_DAY);
  }

  @Test
  @DisplayName("R16: special hours are named where they count, and for what they take away")
  void specialHoursAreNamed() {
    CalendarDefinition calendar =
        daily("UTC", "09:00", "17:00", special("2026-11-24", "Inventory", "08:00", "12:00"));
    ClockEntry clock = clock(calendar, instant("2026-11-24T18:00:00Z"));
    assertThat(told(clock))
        .containsExactly(
            "OUT_OF_HOURS PT1H",
            "RUNNING PT8H",
            "OUT_OF_HOURS PT15H",
            "RUNNING PT4H Inventory",
            "OUT_OF_HOURS PT5H Inventory",
            "OUT_OF_HOURS PT1H");
  }

  @Test
  @DisplayName("R16: a closed day takes the whole of its night")
  void overnightHours() {
    CalendarDefinition calendar = daily("UTC", "22:00", "06:00", special("2026-11-24", "Day off"));
    ClockEntry clock = clock(calendar, instant("2026-11-25T23:00:00Z"));
    assertThat(told(clock))
        .containsExactly(
            "OUT_OF_HOURS PT14H",
            "RUNNING PT8H",
            "OUT_OF_HOURS PT16H",
            "OUT_OF_HOURS PT8H Day off",
            "OUT_OF_HOURS PT16H",
            "RUNNING PT1H");
  }

  @Test
  @DisplayName("R3: a pause counts no time that is out of hours")
  void aPauseOverNightCountsWorkingTimeOnly() {
    ticket.paused("16:00");
    ClockEntry clock = clock(daily("UTC", "09:00", "17:00"), instant("2026-11-24T10:00:00Z"));
    assertThat(told(clock))
        .containsExactly(
            "OUT_OF_HOURS PT1H",
            "RUNNING PT7H",
            "PAUSED PT1H",
            "OUT_OF_HOURS PT16H",
            "PAUSED PT1H");
    assertThat(clock.paused()).isEqualTo(hours(2));
    assertThat(clock.deadline()).isNull();
  }

  @Test
  @DisplayName("R7: a working day of the clock change has its 23 or 25 hours less one minute")
  void daysOfTheClockChange() {
    WorkingCalendar calendar = WorkingCalendar.of(daily("Europe/Berlin", "00:00", "23:59"));
    assertThat(calendar.spans(instant("2026-03-28T23:00:00Z"), instant("2026-03-29T22:00:00Z")))
        .extracting(span -> span.counts() + " " + length(span))
        .containsExactly("true PT22H59M", "false PT1M");
    assertThat(calendar.spans(instant("2026-10-24T22:00:00Z"), instant("2026-10-25T23:00:00Z")))
        .extracting(span -> span.counts() + " " + length(span))
        .containsExactly("true PT24H59M", "false PT1M");
  }

  @Test
  @DisplayName("R7: hours that the clocks skip are no span, and nothing is left out around them")
  void skippedHours() {
    WorkingCalendar calendar = WorkingCalendar.of(daily("Europe/Berlin", "02:00", "03:00"));
    List<CalendarSpan> spans =
        calendar.spans(instant("2026-03-29T00:30:00Z"), instant("2026-03-29T01:30:00Z"));
    assertThat(spans).extracting(CalendarSpan::counts).containsExactly(false);
    assertThat(spans.get(0).to()).isEqualTo(instant("2026-03-29T01:30:00Z"));
  }

  @Test
  @DisplayName("S52: always on, every moment counts and no rule of a week is named")
  void alwaysOn() {
    Ticket urgent = new Ticket().received("08:00");
    urgent.promised("08:00", target(RESTORATION, "PT4H"));
    ClockEntry clock = TicketLog.clock(TicketLog.ledger(urgent, "10:00"), RESTORATION, 1);
    assertThat(clock.intervals()).hasSize(1);
    assertThat(clock.intervals().get(0).rule()).isEqualTo(CalendarRule.ALWAYS_ON);
    assertThat(clock.intervals().get(0).to()).isEqualTo(at("10:00"));
    assertThat(clock.zone()).isNull();
  }

  private static String length(CalendarSpan span) {
    return java.time.Duration.between(span.from(), span.to()).toString();
  }
}
