package dev.hourglass.prioritizer.ticket;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.timing.TicketPrioritized;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The tickets that may still be promised something. All in the caller's transaction. */
public interface Tickets {

  /**
   * A ticket under its lock.
   *
   * @param causeKnown whether a promise was made for this cause
   */
  record Locked(OpenTicket ticket, boolean causeKnown) {}

  /** Locks the ticket until the transaction ends, and starts to keep it if it is new. */
  Locked lock(UUID ticketId, String cause, Instant now);

  /** Keeps what was heard, without a promise. */
  void keep(OpenTicket ticket);

  /** Keeps what was heard and the promise made, which must be the first of its cause. */
  void keep(OpenTicket ticket, Event<TicketPrioritized> promise);

  /**
   * Keeps what an agent made of the text's decision.
   *
   * @param before the last promise: its decision is kept if free text made it; a later word of an
   *     agent replaces an earlier one
   */
  void correct(TicketPrioritized before, Priority byAgent, Instant at);

  /** The ticket is over: it is forgotten some time later. */
  void close(UUID ticketId, Instant at);

  /** The last promise made to a ticket. */
  Optional<TicketPrioritized> latest(UUID ticketId);
}
