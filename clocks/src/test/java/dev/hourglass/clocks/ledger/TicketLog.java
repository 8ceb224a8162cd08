package dev.hourglass.clocks.ledger;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.SpecialDay;
import dev.hourglass.contracts.edition.WorkingInterval;
import dev.hourglass.contracts.promise.Metric;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the ledger of tickets under test. */
final class TicketLog {

  private TicketLog() {}

  /** Each fact recorded a second after it occurred. */
  static List<LoggedFact> logged(List<HeardFact> facts) {
    return facts.stream()
        .map(heard -> new LoggedFact(heard, heard.fact().occurredAt().plusSeconds(1)))
        .toList();
  }

  static Ledger ledger(Ticket ticket, String now) {
    return Ledger.latest(logged(ticket.facts()), Ticket.calendars(), Ticket.at(now));
  }

  static ClockEntry clock(Ledger ledger, Metric metric, int cycle) {
    return ledger.clocks().stream()
        .filter(clock -> clock.clock().equals(new ClockName(metric, cycle)))
        .findFirst()
        .orElseThrow();
  }

  static FactEntry fact(Ledger ledger, String id) {
    return ledger.facts().stream().filter(fact -> fact.id().equals(id)).findFirst().orElseThrow();
  }

  /** The intervals in words, such as {@code RUNNING PT1H}. */
  static List<String> told(ClockEntry clock) {
    return clock.intervals().stream()
        .map(
            interval ->
                Optional.ofNullable(interval.specialDay())
                    .map(day -> interval.reason() + " " + interval.wall() + " " + day.name())
                    .orElse(interval.reason() + " " + interval.wall()))
        .toList();
  }

  static Calendars only(CalendarDefinition definition) {
    WorkingCalendar calendar = WorkingCalendar.of(definition);
    return (edition, name) -> Optional.of(calendar).filter(known -> known.name().equals(name));
  }

  /** The same hours on every day of the week. */
  static CalendarDefinition daily(String zone, String from, String to, SpecialDay... specialDays) {
    return new CalendarDefinition(
        Ticket.OFFICE,
        false,
        ZoneId.of(zone),
        Arrays.stream(DayOfWeek.values())
            .map(day -> new WorkingInterval(day, from, to))
            .collect(Collectors.toList()),
        List.of(specialDays));
  }

  static SpecialDay special(String date, String name, String... fromTo) {
    LocalDate day = LocalDate.parse(date);
    return new SpecialDay(
        day,
        name,
        fromTo.length == 0
            ? List.of()
            : List.of(new WorkingInterval(day.getDayOfWeek(), fromTo[0], fromTo[1])));
  }

  static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  static Instant instant(String text) {
    return Instant.parse(text);
  }
}
