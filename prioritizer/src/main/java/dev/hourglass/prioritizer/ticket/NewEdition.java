package dev.hourglass.prioritizer.ticket;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.entitlement.Standing;
import dev.hourglass.policy.promise.Promised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an open ticket is promised under an edition that is for open tickets, too (R21); pure. */
public final class NewEdition {

  /** The rule of a promise that another edition took the place of. */
  public static final String FOR_OPEN_TICKETS = "edition-for-open-tickets";

  private NewEdition() {}

  /** What is to be said of a ticket that was promised something under an older edition. */
  public static Event<TicketPrioritized> say(
      OpenTicket ticket, Edition older, Edition newer, String cause, Instant now) {
    TicketPrioritized promise = promise(ticket.latest(), older, newer, cause, now);
    return Event.withId(
        Prioritizer.eventId(promise), Topics.PRIORITIZER, now, ticket.sequence() + 1, promise);
  }

  /** Priority, basis and their reasons stay; entitlement and targets are the new edition's. */
  static TicketPrioritized promise(
      TicketPrioritized before, Edition older, Edition newer, String cause, Instant now) {
    Basis basis = before.basis();
    Promised promised = newer.promise(basis);
    Reason promisedBefore = older.promise(basis).reason();
    List<Reason> reasons = new ArrayList<>(before.reasons());
    reasons.removeIf(
        reason -> reason.equals(promisedBefore) || reason.rule().equals(FOR_OPEN_TICKETS));
    reasons.add(
        new Reason(
            FOR_OPEN_TICKETS,
            "Edition %s is for open tickets, too, and took the place of %s."
                .formatted(newer.id(), older.id())));
    reasons.add(promised.reason());
    return new TicketPrioritized(
        before.ticketId(),
        now,
        cause,
        before.priority(),
        reasons,
        before.confidence(),
        before.review(),
        newer.entitlement(Standing.of(basis)),
        basis,
        promised.promise());
  }
}
