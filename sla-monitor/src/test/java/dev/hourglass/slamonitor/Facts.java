package dev.hourglass.slamonitor;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.EditionPublished;
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
import dev.hourglass.contracts.timing.DeadlineOverridden;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.contracts.timing.TicketMerged;
import dev.hourglass.contracts.timing.TicketPaused;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketReplied;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.contracts.timing.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The facts of one ticket, as its speakers would say them. */
public final class Facts {

  public static final String EDITION = "test-2026";

  private final UUID ticketId;
  private int intake;
  private int prioritizer;
  private int notifier;

  public Facts(UUID ticketId) {
    this.ticketId = ticketId;
  }

  public Event<Fact> received(Instant at) {
    return intake(
        new TicketReceived(ticketId, at, "HG-1", "4711", Channel.WEB, Queue.TECHNICAL, true));
  }

  public Event<Fact> replied(Instant at) {
    return intake(new TicketReplied(ticketId, at, Author.AGENT, Visibility.PUBLIC));
  }

  public Event<Fact> paused(Instant at) {
    return intake(new TicketPaused(ticketId, at, PauseReason.WAITING_CUSTOMER));
  }

  public Event<Fact> resumed(Instant at) {
    return intake(new TicketResumed(ticketId, at));
  }

  public Event<Fact> asked(Instant at) {
    return intake(new TicketReplied(ticketId, at, Author.REQUESTER, Visibility.PUBLIC));
  }

  public Event<Fact> deadlineSet(Instant at, Metric metric, int cycle, Instant deadline) {
    return intake(new DeadlineOverridden(ticketId, at, metric, cycle, deadline));
  }

  public Event<Fact> merged(Instant at) {
    return intake(new TicketMerged(ticketId, at, UUID.nameUUIDFromBytes(new byte[] {1})));
  }

  public Event<Fact> closed(Instant at) {
    return intake(new TicketClosed(ticketId, at));
  }

  public Event<Fact> promised(Instant at, String edition, Target... targets) {
    Fact promise =
        new TicketPrioritized(
            ticketId,
            at,
            "cause-" + ++prioritizer,
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
            new Promise(edition, List.of(targets)));
    return Event.of("prioritizer", at, prioritizer, promise);
  }

  /** Somebody takes care of what an alert of the clock said. */
  public Event<Fact> acknowledged(Instant at, String alert, Metric metric) {
    return Event.of(
        "notifier",
        at,
        ++notifier,
        new AlertAcknowledged(ticketId, at, alert, metric, 1, "team-lead"));
  }

  public static Target target(Metric metric, Duration within) {
    return new Target(
        metric,
        within,
        "24x7",
        Set.of(PauseReason.WAITING_CUSTOMER),
        List.of(WarningPoint.atShare(1, 50)),
        true);
  }

  public static Event<EditionPublished> edition(String name, Instant at) {
    return Event.of(
        "prioritizer",
        at,
        1,
        new EditionPublished(
            name,
            at,
            "Test",
            List.of(CalendarDefinition.alwaysOn("24x7")),
            "edition: " + name,
            "digest-of-" + name));
  }

  private Event<Fact> intake(Fact fact) {
    return Event.of("ticket-intake", fact.occurredAt(), ++intake, fact);
  }
}
