package dev.hourglass.clocks;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.clock.ClockFold;
import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.clocks.clock.TicketClocks;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.WorkingInterval;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.promise.WarningPoint;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.timing.AlertAcknowledged;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.DeadlineOverridden;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.MessageKind;
import dev.hourglass.contracts.timing.TicketCancelled;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.contracts.timing.TicketCompleted;
import dev.hourglass.contracts.timing.TicketMerged;
import dev.hourglass.contracts.timing.TicketPaused;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketReopened;
import dev.hourglass.contracts.timing.TicketReplied;
import dev.hourglass.contracts.timing.TicketRestored;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.contracts.timing.TicketSolved;
import dev.hourglass.contracts.timing.Visibility;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A ticket under test: facts of Monday, 2026-11-23, told as {@code 09:00} or {@code 09:00:30}, or
 * of another day, told as {@code 2026-11-27T09:00}; all in UTC.
 */
public final class Ticket {

  public static final UUID ID = UUID.fromString("01930000-0000-7000-8000-000000000001");
  public static final String ALWAYS = "24x7";
  public static final String OFFICE = "office";
  private static final LocalDate DAY = LocalDate.parse("2026-11-23");

  private static final Map<String, WorkingCalendar> CALENDARS =
      Map.of(
          ALWAYS, WorkingCalendar.of(CalendarDefinition.alwaysOn(ALWAYS)),
          OFFICE, WorkingCalendar.of(office()));

  private final List<HeardFact> facts = new ArrayList<>();
  private int intake;
  private int prioritizer;
  private int notifier;

  public static Instant at(String time) {
    LocalDateTime local =
        time.contains("T") ? LocalDateTime.parse(time) : DAY.atTime(LocalTime.parse(time));
    return local.toInstant(ZoneOffset.UTC);
  }

  /** Monday to Friday, 9 to 17 in UTC. */
  private static CalendarDefinition office() {
    return new CalendarDefinition(
        OFFICE,
        false,
        ZoneId.of("UTC"),
        Arrays.stream(DayOfWeek.values())
            .filter(day -> day.getValue() <= 5)
            .map(day -> new WorkingInterval(day, "09:00", "17:00"))
            .toList(),
        List.of());
  }

  public static Calendars calendars() {
    return (edition, calendar) -> Optional.ofNullable(CALENDARS.get(calendar));
  }

  public static Target target(Metric metric, String within) {
    return target(metric, within, ALWAYS);
  }

  /** Paused by waiting for the customer; warned of at a half and a quarter of an hour before. */
  public static Target target(Metric metric, String within, String calendar) {
    return new Target(
        metric,
        Duration.parse(within),
        calendar,
        Set.of(PauseReason.WAITING_CUSTOMER),
        List.of(WarningPoint.atShare(1, 50), WarningPoint.before(2, Duration.ofMinutes(15))),
        true);
  }

  public Ticket received(String time) {
    return received(time, true);
  }

  public Ticket received(String time, boolean proper) {
    return intake(
        new TicketReceived(ID, at(time), "HG-1", "4711", Channel.WEB, Queue.TECHNICAL, proper));
  }

  public Ticket completed(String time) {
    return intake(new TicketCompleted(ID, at(time)));
  }

  public Ticket replied(String time) {
    return replied(time, Author.AGENT, Visibility.PUBLIC);
  }

  public Ticket replied(String time, Author author, Visibility visibility) {
    return intake(new TicketReplied(ID, at(time), author, visibility));
  }

  public Ticket asked(String time) {
    return replied(time, Author.REQUESTER, Visibility.PUBLIC);
  }

  /** The requester only said thanks. */
  public Ticket thanked(String time) {
    return intake(new TicketReplied(ID, at(time), Author.REQUESTER, Visibility.PUBLIC, true));
  }

  public Ticket paused(String time) {
    return paused(time, PauseReason.WAITING_CUSTOMER);
  }

  public Ticket paused(String time, PauseReason reason) {
    return intake(new TicketPaused(ID, at(time), reason));
  }

  public Ticket resumed(String time) {
    return intake(new TicketResumed(ID, at(time)));
  }

  public Ticket restored(String time) {
    return intake(new TicketRestored(ID, at(time)));
  }

  public Ticket solved(String time, int cycle) {
    return intake(new TicketSolved(ID, at(time), cycle));
  }

  public Ticket reopened(String time, int cycle) {
    return intake(new TicketReopened(ID, at(time), cycle));
  }

  public Ticket closed(String time) {
    return intake(new TicketClosed(ID, at(time)));
  }

  public Ticket cancelled(String time) {
    return intake(new TicketCancelled(ID, at(time)));
  }

  public Ticket merged(String time) {
    return intake(new TicketMerged(ID, at(time), UUID.randomUUID()));
  }

  public Ticket overridden(String time, Metric metric, String deadline) {
    return overridden(time, metric, 1, deadline);
  }

  public Ticket overridden(String time, Metric metric, int cycle, String deadline) {
    return intake(new DeadlineOverridden(ID, at(time), metric, cycle, at(deadline)));
  }

  public Ticket confirmed(String time, UUID delivery) {
    return say("notifier", ++notifier, new ConfirmationDelivered(ID, at(time), delivery));
  }

  public Ticket bounced(String time, UUID delivery) {
    return say(
        "notifier",
        ++notifier,
        new DeliveryFailed(ID, at(time), delivery, MessageKind.CONFIRMATION, "BOUNCED"));
  }

  /** Somebody takes care of what an alert of the clock said. */
  public Ticket acknowledged(String time, Metric metric, int cycle) {
    return say(
        "notifier",
        ++notifier,
        new AlertAcknowledged(ID, at(time), "an-alert", metric, cycle, "team-lead"));
  }

  public Ticket promised(String time, Target... targets) {
    return promised(time, ++prioritizer, targets);
  }

  public Ticket promised(String time, int sequence, Target... targets) {
    return say("prioritizer", sequence, promise(at(time), targets));
  }

  /** The same fact once more, under its old id. */
  public Ticket heardAgain(int index) {
    facts.add(facts.get(index));
    return this;
  }

  /** A fact that claims a time other than that at which it is heard. */
  public Ticket repliedBut(String claimed, String heard) {
    Fact fact = new TicketReplied(ID, at(claimed), Author.AGENT, Visibility.PUBLIC);
    facts.add(new HeardFact("intake-" + ++intake, "ticket-intake", intake, at(heard), fact));
    return this;
  }

  public List<HeardFact> facts() {
    return facts;
  }

  public TicketHistory history() {
    return TicketHistory.of(facts);
  }

  public TicketClocks clocks(String now) {
    return clocks(facts, at(now));
  }

  public static TicketClocks clocks(List<HeardFact> facts, Instant now) {
    return ClockFold.fold(TicketHistory.of(facts), calendars(), now);
  }

  /** The clocks of a metric in the order of their cycles. */
  public List<SlaClock> clocks(Metric metric, String now) {
    return clocks(now).clocks().stream().filter(clock -> clock.metric() == metric).toList();
  }

  public SlaClock clock(Metric metric, String now) {
    return clock(metric, 1, now);
  }

  public SlaClock clock(Metric metric, int cycle, String now) {
    return clocks(now).clocks().stream()
        .filter(clock -> clock.metric() == metric && clock.cycle() == cycle)
        .findFirst()
        .orElseThrow();
  }

  private static Fact promise(Instant at, Target... targets) {
    return new TicketPrioritized(
        ID,
        at,
        "cause",
        Priority.P1,
        List.of(),
        null,
        false,
        new Entitlement(true, 1, true, false, false, List.of(), List.of()),
        new Basis(
            "4711",
            true,
            AccountType.BUSINESS,
            Plan.PREMIER,
            Role.ADMIN,
            "DE",
            null,
            "de",
            Channel.WEB,
            Queue.TECHNICAL,
            Priority.P1),
        new Promise("2021", List.of(targets)));
  }

  private Ticket intake(Fact fact) {
    return say("ticket-intake", ++intake, fact);
  }

  private Ticket say(String source, int sequence, Fact fact) {
    facts.add(new HeardFact(source + "-" + sequence, source, sequence, fact.occurredAt(), fact));
    return this;
  }
}
