package dev.hourglass.prioritizer.ticket;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.TicketSaid;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReprioritized;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.prioritizer.edition.Editions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
   * A content was heard. An improper ticket (K15) is promised nothing until it is completed; a
   * priority that an agent set stays; the edition of the first promise stays (R21).
   */
  public Optional<Event<TicketPrioritized>> hear(Event<TicketSaid> event, Instant now) {
    TicketSaid said = event.data();
    Tickets.Locked locked = tickets.lock(said.ticketId(), event.id(), now);
    OpenTicket ticket = locked.ticket();
    if (locked.causeKnown() || isOld(event.sequence(), ticket.contentSequence())) {
      return Optional.empty();
    }
    ticket = ticket.withContent(event.sequence());
    if (!said.content().proper()) {
      tickets.keep(ticket);
      return Optional.empty();
    }
    TicketContent content = said.content();
    Customer customer =
        customers.find(
            content.account(), content.requester().email(), said.occurredAt(), event.time());
    Edition edition = editions.edition(editionOf(ticket, customer));
    TicketPrioritized promise =
        promises.promise(said, event.id(), customer, edition, ticket.agentPriority(), now);
    return Optional.of(keep(ticket, promise, now));
  }

  /** An agent set the priority. If the content has not been heard, it is kept until it is. */
  public Optional<Event<TicketPrioritized>> hearAgent(
      Event<TicketReprioritized> event, Instant now) {
    Tickets.Locked locked = tickets.lock(event.data().ticketId(), event.id(), now);
    OpenTicket ticket = locked.ticket();
    if (locked.causeKnown() || isOld(event.sequence(), ticket.agentSequence())) {
      return Optional.empty();
    }
    Priority priority = event.data().priority();
    ticket = ticket.withAgent(priority, event.sequence());
    TicketPrioritized before = ticket.latest();
    if (before == null) {
      tickets.keep(ticket);
      return Optional.empty();
    }
    tickets.correct(before, priority, now);
    Edition edition = editions.edition(before.promise().edition());
    return Optional.of(
        keep(ticket, promises.repromise(before, event.id(), priority, edition, now), now));
  }

  private Event<TicketPrioritized> keep(OpenTicket ticket, TicketPrioritized promise, Instant now) {
    OpenTicket kept = ticket.withPromise(promise);
    Event<TicketPrioritized> said =
        Event.withId(eventId(promise), Topics.PRIORITIZER, now, kept.sequence(), promise);
    tickets.keep(kept, said);
    return said;
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
