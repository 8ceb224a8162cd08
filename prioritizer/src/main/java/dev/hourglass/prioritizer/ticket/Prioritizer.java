package dev.hourglass.prioritizer.ticket;

import static java.util.stream.Collectors.toMap;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.TicketSaid;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReprioritized;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.promise.PlanChange;
import dev.hourglass.prioritizer.account.AccountVersion;
import dev.hourglass.prioritizer.edition.Editions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Hears of a ticket and answers with the promise to be said, if there is a new one. Hearing the
 * same again, or something older than what was heard, changes nothing. All in the caller's
 * transaction.
 */
public final class Prioritizer {

  private final Tickets tickets;
  private final Customers customers;
  private final Editions editions;
  private final PromiseMaker promises;

  public Prioritizer(
      Tickets tickets, Customers customers, Editions editions, PromiseMaker promises) {
    this.tickets = tickets;
    this.customers = customers;
    this.editions = editions;
    this.promises = promises;
  }

  /**
   * Contents of different tickets were heard. An improper ticket (K15) is promised nothing until it
   * is completed; a priority that an agent set stays; the edition of the first promise stays (R21).
   * Where a ticket is heard of after its account was upgraded, more than one promise follows.
   */
  public List<Event<TicketPrioritized>> hear(List<Event<TicketSaid>> events, Instant now) {
    Map<UUID, Tickets.Locked> locked =
        tickets.lock(
            events.stream().collect(toMap(event -> event.data().ticketId(), Event::id)), now);
    List<Event<TicketSaid>> news = events.stream().filter(event -> isNews(event, locked)).toList();
    Iterator<Customer> found =
        customers
            .find(news.stream().filter(Prioritizer::isProper).map(Prioritizer::asking).toList())
            .iterator();
    List<Tickets.Kept> kept = new ArrayList<>();
    for (Event<TicketSaid> event : news) {
      OpenTicket ticket =
          locked.get(event.data().ticketId()).ticket().withContent(event.sequence());
      if (isProper(event)) {
        promise(ticket, event, found.next(), kept, now);
      } else {
        kept.add(new Tickets.Kept(ticket, null));
      }
    }
    return keep(kept);
  }

  private static boolean isNews(Event<TicketSaid> event, Map<UUID, Tickets.Locked> locked) {
    Tickets.Locked known = locked.get(event.data().ticketId());
    return !known.causeKnown() && !isOld(event.sequence(), known.ticket().contentSequence());
  }

  private static boolean isProper(Event<TicketSaid> event) {
    return event.data().content().proper();
  }

  private static Customers.Asking asking(Event<TicketSaid> event) {
    TicketContent content = event.data().content();
    return new Customers.Asking(
        content.account(), content.requester().email(), event.data().occurredAt(), event.time());
  }

  private void promise(
      OpenTicket ticket,
      Event<TicketSaid> event,
      Customer customer,
      List<Tickets.Kept> kept,
      Instant now) {
    Edition edition = editions.edition(editionOf(ticket, customer));
    TicketPrioritized promise =
        promises.promise(event.data(), event.id(), customer, edition, ticket.agentPriority(), now);
    kept.add(kept(ticket, promise, now));
    if (customer.known() && edition.onPlanChange() == PlanChange.REPROMISE) {
      upgrade(ticket.withPromise(promise), event, kept, now);
    }
  }

  /** What the account became between the ticket's receipt and now. */
  private void upgrade(
      OpenTicket ticket, Event<TicketSaid> event, List<Tickets.Kept> kept, Instant now) {
    OpenTicket current = ticket;
    String account = event.data().content().account();
    for (AccountVersion version : customers.versionsAfter(account, event.data().occurredAt())) {
      Optional<Tickets.Kept> anew = onPlanChange(current, version, version.idWith(event.id()), now);
      if (anew.isPresent()) {
        kept.add(anew.get());
        current = anew.get().ticket();
      }
    }
  }

  /** The account pays for another type or plan; the ticket's edition says what that means. */
  public List<Event<TicketPrioritized>> hearPlan(
      UUID ticketId, AccountVersion version, Instant now) {
    Tickets.Locked locked = lock(ticketId, version.id(), now);
    return locked.causeKnown()
        ? List.of()
        : keep(onPlanChange(locked.ticket(), version, version.id(), now).stream().toList());
  }

  private Optional<Tickets.Kept> onPlanChange(
      OpenTicket ticket, AccountVersion version, String cause, Instant now) {
    TicketPrioritized before = ticket.latest();
    if (before == null || !before.basis().accountKnown()) {
      return Optional.empty();
    }
    Edition edition = editions.edition(before.promise().edition());
    return edition.onPlanChange().repromises(before.basis(), version.type(), version.plan())
        ? Optional.of(kept(ticket, promises.repromise(before, cause, version, edition, now), now))
        : Optional.empty();
  }

  /** An agent set the priority. If the content has not been heard, it is kept until it is. */
  public List<Event<TicketPrioritized>> hearAgent(Event<TicketReprioritized> event, Instant now) {
    Tickets.Locked locked = lock(event.data().ticketId(), event.id(), now);
    OpenTicket ticket = locked.ticket();
    if (locked.causeKnown() || isOld(event.sequence(), ticket.agentSequence())) {
      return List.of();
    }
    Priority priority = event.data().priority();
    ticket = ticket.withAgent(priority, event.sequence());
    TicketPrioritized before = ticket.latest();
    if (before == null) {
      return keep(List.of(new Tickets.Kept(ticket, null)));
    }
    tickets.correct(before, priority, now);
    Edition edition = editions.edition(before.promise().edition());
    return keep(
        List.of(kept(ticket, promises.repromise(before, event.id(), priority, edition, now), now)));
  }

  private Tickets.Locked lock(UUID ticketId, String cause, Instant now) {
    return tickets.lock(Map.of(ticketId, cause), now).get(ticketId);
  }

  private List<Event<TicketPrioritized>> keep(List<Tickets.Kept> kept) {
    tickets.keep(kept);
    return kept.stream().map(Tickets.Kept::promise).filter(Objects::nonNull).toList();
  }

  /** The ticket with another promise, and what is to be said of it. */
  static Tickets.Kept kept(OpenTicket ticket, TicketPrioritized promise, Instant now) {
    OpenTicket promised = ticket.withPromise(promise);
    return new Tickets.Kept(
        promised,
        Event.withId(eventId(promise), Topics.PRIORITIZER, now, promised.sequence(), promise));
  }

  /** The same ticket and cause always make the same id, so that saying it again is the same. */
  static String eventId(TicketPrioritized promise) {
    String name = "prioritizer/" + promise.ticketId() + "/" + promise.cause();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String editionOf(OpenTicket ticket, Customer customer) {
    TicketPrioritized before = ticket.latest();
    return before == null ? customer.edition() : before.promise().edition();
  }

  /** Speakers count from 1; a sequence of 0 says nothing about the order. */
  private static boolean isOld(long sequence, long heard) {
    return sequence != 0 && sequence <= heard;
  }
}
