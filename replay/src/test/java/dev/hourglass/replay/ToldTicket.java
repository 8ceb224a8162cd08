package dev.hourglass.replay;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketReplied;
import dev.hourglass.contracts.timing.TicketSolved;
import dev.hourglass.contracts.timing.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A P1 ticket of a Premier account told as {@code 09:00} (UTC). */
public final class ToldTicket {

  private static final LocalDate DAY = LocalDate.parse("2026-11-02");

  private final UUID id;
  private final String reference;
  private final String account;
  private final LocalDate day;
  private final List<Event<Fact>> facts = new ArrayList<>();
  private final Map<String, Integer> sequences = new HashMap<>();

  public ToldTicket(String reference, String account, LocalDate day) {
    this.day = day;
    this.reference = reference;
    this.account = account;
    id = UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8));
  }

  public static ToldTicket anyTicket() {
    return new ToldTicket("HG-1", "4711", DAY);
  }

  /** An instant of Monday, 2026-11-02. */
  public static Instant at(String time) {
    return on(DAY, time);
  }

  private static Instant on(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
  }

  /** Received, promised under the shipped edition and confirmed, all at once. */
  public ToldTicket received(String time) {
    return receivedOnly(time).promised(time, "2021").confirmed(time);
  }

  public ToldTicket receivedOnly(String time) {
    return say(
        "ticket-intake",
        new TicketReceived(
            id, on(day, time), reference, account, Channel.WEB, Queue.TECHNICAL, true));
  }

  public ToldTicket promised(String time, String edition) {
    Basis basis =
        new Basis(
            account,
            true,
            AccountType.BUSINESS,
            Plan.PREMIER,
            Role.ADMIN,
            "DE",
            null,
            "de",
            Channel.WEB,
            Queue.TECHNICAL,
            Priority.P1);
    Promise made = Editions.asMade().promise(basis);
    return say(
        "prioritizer",
        new TicketPrioritized(
            id,
            on(day, time),
            "cause",
            Priority.P1,
            List.of(),
            null,
            false,
            new Entitlement(true, 2, true, false, false, List.of(), List.of()),
            basis,
            new Promise(edition, made.targets())));
  }

  public ToldTicket confirmed(String time) {
    return say("notifier", new ConfirmationDelivered(id, on(day, time), id));
  }

  public ToldTicket replied(String time) {
    return say(
        "ticket-intake", new TicketReplied(id, on(day, time), Author.AGENT, Visibility.PUBLIC));
  }

  public ToldTicket solved(String time) {
    return say("ticket-intake", new TicketSolved(id, on(day, time), 1));
  }

  public UUID id() {
    return id;
  }

  public List<Event<Fact>> events() {
    return facts;
  }

  /** As if each was heard when it happened. */
  public List<HeardFact> heard() {
    return facts.stream().map(event -> HeardFact.of(event, event.data().occurredAt())).toList();
  }

  private ToldTicket say(String source, Fact fact) {
    int sequence = sequences.merge(source, 1, Integer::sum);
    String eventId = reference + "/" + source + "/" + sequence;
    facts.add(Event.withId(eventId, source, fact.occurredAt(), sequence, fact));
    return this;
  }
}
