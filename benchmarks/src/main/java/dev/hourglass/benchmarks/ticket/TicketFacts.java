package dev.hourglass.benchmarks.ticket;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.TicketCreated;
import dev.hourglass.contracts.ticket.TicketSaid;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketPaused;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketReplied;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.contracts.timing.TicketSolved;
import dev.hourglass.contracts.timing.Visibility;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** The facts of one ticket as its three speakers would say them, each with its sequence. */
public final class TicketFacts {

  private static final int ACCOUNTS = 5_000;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<Reason> REASONS =
      List.of(
          new Reason("down-without-workaround", "The service is down and there is no workaround."));
  private static final Entitlement ENTITLEMENT =
      new Entitlement(true, 2, true, false, false, List.of(), List.of());

  private final UUID id = UuidCreator.getTimeOrderedEpoch();
  private final int number;
  private int intake;
  private int prioritizer;
  private int notifier;

  /** The facts of a ticket that nobody has heard of; {@code number} makes its reference. */
  public TicketFacts(int number) {
    this.number = number;
  }

  public UUID id() {
    return id;
  }

  /** Its content, so that its requester can be written to, in that language. */
  public Event<TicketSaid> created(Instant at, String address, String language) {
    TicketContent content =
        new TicketContent(
            reference(),
            account(),
            new Requester(address, "Robin Doe", Role.ADMIN),
            Channel.WEB,
            Queue.TECHNICAL,
            "Meetings end after a minute",
            "Since this morning every meeting ends after about a minute, for all of us.",
            Impact.SERVICE_DOWN,
            Workaround.NONE,
            language,
            true);
    return Event.of(Topics.TICKET_INTAKE, at, 1, new TicketCreated(id, at, content));
  }

  public Event<Fact> received(Instant at) {
    return intake(
        new TicketReceived(id, at, reference(), account(), Channel.WEB, Queue.TECHNICAL, true));
  }

  public Event<Fact> promised(Instant at, Targets targets) {
    Basis basis =
        new Basis(
            account(),
            true,
            AccountType.BUSINESS,
            Plan.PREMIER,
            Role.ADMIN,
            "DE",
            BERLIN,
            "de",
            Channel.WEB,
            Queue.TECHNICAL,
            Priority.P1);
    Fact fact =
        new TicketPrioritized(
            id,
            at,
            id.toString(),
            Priority.P1,
            REASONS,
            null,
            false,
            ENTITLEMENT,
            basis,
            new Promise(Targets.EDITION, targets.list()));
    return Event.of(Topics.PRIORITIZER, at, ++prioritizer, fact);
  }

  public Event<Fact> confirmed(Instant at) {
    return Event.of(Topics.NOTIFIER, at, ++notifier, new ConfirmationDelivered(id, at, id));
  }

  public Event<Fact> answered(Instant at) {
    return intake(new TicketReplied(id, at, Author.AGENT, Visibility.PUBLIC));
  }

  public Event<Fact> asked(Instant at) {
    return intake(new TicketReplied(id, at, Author.REQUESTER, Visibility.PUBLIC));
  }

  public Event<Fact> paused(Instant at) {
    return intake(new TicketPaused(id, at, PauseReason.WAITING_CUSTOMER));
  }

  public Event<Fact> resumed(Instant at) {
    return intake(new TicketResumed(id, at));
  }

  public Event<Fact> solved(Instant at) {
    return intake(new TicketSolved(id, at, 1));
  }

  private String reference() {
    return "HG-" + number;
  }

  private String account() {
    return Integer.toString(10_000 + number % ACCOUNTS);
  }

  private Event<Fact> intake(Fact fact) {
    return Event.of(Topics.TICKET_INTAKE, fact.occurredAt(), ++intake, fact);
  }
}
