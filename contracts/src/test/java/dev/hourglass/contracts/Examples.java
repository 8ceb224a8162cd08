package dev.hourglass.contracts;

import dev.hourglass.contracts.account.AccountChanged;
import dev.hourglass.contracts.account.AccountMember;
import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.RiskReason;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.TicketEscalated;
import dev.hourglass.contracts.alert.WithdrawnBecause;
import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.contracts.edition.SpecialDay;
import dev.hourglass.contracts.edition.WorkingInterval;
import dev.hourglass.contracts.progress.RelayProgressed;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.rating.ClockOutcome;
import dev.hourglass.contracts.rating.MetricOutcome;
import dev.hourglass.contracts.rating.SatisfactionRated;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.ticket.SourceMail;
import dev.hourglass.contracts.ticket.TicketAmended;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.TicketCreated;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.contracts.timing.AlertAcknowledged;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.DeadlineOverridden;
import dev.hourglass.contracts.timing.DeliveryFailed;
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
import dev.hourglass.contracts.timing.TicketReprioritized;
import dev.hourglass.contracts.timing.TicketRestored;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.contracts.timing.TicketSolved;
import dev.hourglass.contracts.timing.Visibility;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** One event of each kind, with every field filled: what the checked examples say. */
final class Examples {

  private static final UUID TICKET = UUID.fromString("0192f4a0-5b6c-7d8e-9fa0-b1c2d3e4f506");
  private static final UUID OTHER_TICKET = UUID.fromString("0192f4a0-0a0b-7c0d-8e0f-101112131415");
  private static final UUID DELIVERY = UUID.fromString("0192f4a0-6000-7000-8000-000000000001");
  private static final String EVENT_ID = "0192f4a0-5b70-7000-8000-0000000000aa";
  private static final String DIGEST =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private Examples() {}

  /** All of them, in the order of the topics. */
  static List<EventData> all() {
    return List.of(
        new TicketCreated(TICKET, NINE, content(false)),
        new TicketAmended(TICKET, at(600), content(true)),
        new TicketReceived(TICKET, NINE, "HG-7K2M9Q", "10042", Channel.WEB, Queue.TECHNICAL, true),
        new TicketCompleted(TICKET, at(600)),
        new TicketReplied(TICKET, at(900), Author.AGENT, Visibility.PUBLIC),
        new TicketPaused(TICKET, at(900), PauseReason.WAITING_CUSTOMER),
        new TicketResumed(TICKET, at(4500)),
        new TicketRestored(TICKET, at(5000)),
        new TicketSolved(TICKET, at(6000), 1),
        new TicketReopened(TICKET, at(7000), 2),
        new TicketClosed(TICKET, at(9000)),
        new TicketReprioritized(TICKET, at(1200), Priority.P1),
        new TicketMerged(TICKET, at(1300), OTHER_TICKET),
        new TicketCancelled(TICKET, at(1300)),
        new DeadlineOverridden(TICKET, at(1400), Metric.RESTORATION, 1, at(36_000)),
        PromiseExample.prioritized(TICKET, at(1), EVENT_ID),
        new ConfirmationDelivered(TICKET, at(2), DELIVERY),
        new DeliveryFailed(TICKET, at(60), DELIVERY, MessageKind.CONFIRMATION, "permanent-refusal"),
        new AlertAcknowledged(TICKET, at(3700), EVENT_ID, Metric.FIRST_REPLY, 1, "team-lead"),
        new SlaAtRisk(
            TICKET,
            RiskReason.WARNING_POINT,
            Metric.FIRST_REPLY,
            1,
            1,
            at(2700),
            at(3600),
            at(2700).plusMillis(84),
            84,
            "HG-7K2M9Q",
            "10042",
            Priority.P1,
            Plan.PREMIER,
            "2021"),
        new SlaBreached(
            TICKET,
            Metric.FIRST_REPLY,
            1,
            0,
            at(3600),
            at(3600).plusMillis(112),
            112,
            false,
            Evidence.COMPLETE,
            true,
            HOUR,
            "HG-7K2M9Q",
            "10042",
            Priority.P1,
            Plan.PREMIER,
            "2021"),
        new SlaBreachWithdrawn(
            TICKET,
            Metric.FIRST_REPLY,
            1,
            1,
            EVENT_ID,
            at(3600),
            at(3700),
            WithdrawnBecause.STOPPED_IN_TIME,
            "HG-7K2M9Q",
            "10042"),
        new TicketEscalated(
            TICKET,
            Metric.FIRST_REPLY,
            1,
            2,
            1,
            "duty-manager",
            "pager",
            at(5400),
            at(3600),
            at(5400).plusMillis(131),
            131,
            Evidence.COMPLETE,
            "HG-7K2M9Q",
            "10042",
            Priority.P1,
            Plan.PREMIER_PLUS,
            "2021"),
        new ClocksChanged(
            TICKET,
            4,
            at(3),
            3,
            "HG-7K2M9Q",
            "10042",
            Priority.P1,
            Plan.PREMIER,
            "2021",
            List.of(
                new ClockState(
                    Metric.CONFIRMATION,
                    1,
                    ClockStatus.MET,
                    NINE,
                    at(3600),
                    null,
                    at(2),
                    HOUR,
                    "24x7",
                    false),
                new ClockState(
                    Metric.RESTORATION,
                    1,
                    ClockStatus.RUNNING,
                    NINE,
                    at(14_400),
                    Duration.ofSeconds(14_397),
                    null,
                    Duration.ofHours(4),
                    "24x7",
                    true))),
        new SatisfactionRated(
            TICKET,
            at(90_000),
            1,
            4,
            true,
            1,
            "10042",
            Priority.P1,
            Plan.PREMIER,
            "2021",
            List.of(
                new MetricOutcome(Metric.FIRST_REPLY, ClockOutcome.MET),
                new MetricOutcome(Metric.RESTORATION, ClockOutcome.MET_LATE))),
        new AccountChanged(
            "10042",
            NINE,
            "Muster GmbH",
            AccountType.BUSINESS,
            Plan.PREMIER,
            "DE",
            ZoneId.of("Europe/Berlin"),
            "de",
            "2021",
            List.of(new AccountMember(DIGEST, Role.ADMIN, "de"))),
        new EditionPublished(
            "2021",
            Instant.parse("2021-01-01T00:00:00Z"),
            "Support policy 2021",
            List.of(
                CalendarDefinition.alwaysOn("24x7"),
                new CalendarDefinition(
                    "business-de",
                    false,
                    ZoneId.of("Europe/Berlin"),
                    List.of(new WorkingInterval(DayOfWeek.MONDAY, "09:00", "17:00")),
                    List.of(
                        new SpecialDay(
                            LocalDate.of(2026, 12, 24),
                            "Christmas Eve",
                            List.of(new WorkingInterval(DayOfWeek.THURSDAY, "09:00", "12:00")))))),
            "edition: '2021'\n",
            DIGEST),
        new RelayProgressed("ticket-intake", at(3), at(2), 2));
  }

  /** The event that the example of {@code data} is. */
  static Event<?> event(EventData data) {
    Topic<?> topic =
        Topics.all().stream()
            .filter(candidate -> candidate.types().contains(data.getClass()))
            .findFirst()
            .orElseThrow();
    String source =
        data instanceof RelayProgressed progress ? progress.speaker() : speaker(topic, data);
    return Event.withId(EVENT_ID, source, at(10_000), topic == Topics.PROGRESS ? 0 : 7, data);
  }

  private static String speaker(Topic<?> topic, EventData data) {
    if (data instanceof TicketPrioritized) {
      return Topics.PRIORITIZER;
    }
    if (data instanceof ConfirmationDelivered
        || data instanceof DeliveryFailed
        || data instanceof AlertAcknowledged) {
      return Topics.NOTIFIER;
    }
    return topic.speakers().get(0);
  }

  private static Instant at(long seconds) {
    return NINE.plusSeconds(seconds);
  }

  private static TicketContent content(boolean proper) {
    return new TicketContent(
        "HG-7K2M9Q",
        "10042",
        new Requester("jane.doe@example.com", "Jane Doe", Role.ADMIN),
        Channel.CHAT,
        Queue.TECHNICAL,
        "Meetings drop",
        "All meetings drop after a minute.",
        Impact.SERVICE_DOWN,
        Workaround.NONE,
        "de",
        proper,
        new SourceMail(
            "<4711.1@mail.example.com>",
            "<4710.1@mail.example.com>",
            "no",
            null,
            "<jane.doe@example.com>",
            "multipart/alternative",
            null));
  }
}
