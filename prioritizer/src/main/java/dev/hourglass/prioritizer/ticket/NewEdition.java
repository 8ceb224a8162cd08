package dev.hourglass.prioritizer.ticket;

import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.policy.edition.Edition;
import java.time.Instant;

/** What an open ticket is promised under an edition that is for open tickets, too (R21); pure. */
public final class NewEdition {

  /** The rule of a promise that another edition took the place of. */
  public static final String FOR_OPEN_TICKETS = "edition-for-open-tickets";

  private NewEdition() {}

  /** The ticket with its new promise, and what is to be said of it. */
  public static Tickets.Kept repromise(
      OpenTicket ticket, Edition older, Edition newer, String cause, Instant now) {
    return Prioritizer.kept(ticket, promise(ticket.latest(), older, newer, cause, now), now);
  }

  /** Priority, basis and their reasons stay; entitlement and targets are the new edition's. */
  static TicketPrioritized promise(
      TicketPrioritized before, Edition older, Edition newer, String cause, Instant now) {
    Reason why =
        new Reason(
            FOR_OPEN_TICKETS,
            "Edition %s is for open tickets, too, and took the place of %s."
                .formatted(newer.id(), older.id()));
    return Repromise.anew(before, older, newer, before.basis(), why, cause, now);
  }
}
