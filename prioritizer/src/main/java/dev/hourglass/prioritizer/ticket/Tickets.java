package dev.hourglass.prioritizer.ticket;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.timing.TicketPrioritized;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tickets that may still be promised something. All in the caller's transaction. */
public interface Tickets {

  /**
   * A ticket under its lock.
   *
   * @param causeKnown whether a promise was made for this cause
   */
  record Locked(OpenTicket ticket, boolean causeKnown) {}

  /**
   * What was heard of a ticket, and the promise made, if there is one.
   *
   * @param promise the first of its cause
   */
  record Kept(OpenTicket ticket, @Nullable Event<TicketPrioritized> promise) {}

  /**
   * Locks tickets until the transaction ends, and starts to keep those that are new.
   *
   * @param causes what may lead to a promise now, by ticket
   */
  Map<UUID, Locked> lock(Map<UUID, String> causes, Instant now);

  /** Keeps what was heard and promised, in that order. */
  void keep(List<Kept> heard);

  /**
   * Keeps what an agent made of the text's decision.
   *
   * @param before the last promise: its decision is kept if free text made it; a later word of an
   *     agent replaces an earlier one
   */
  void correct(TicketPrioritized before, Priority byAgent, Instant at);

  /** The ticket is over: it is forgotten some time later. */
  void close(UUID ticketId, Instant at);

  /** The ticket is solved, or open again; while it is solved, no change of a plan concerns it. */
  void solve(UUID ticketId, boolean solved, Instant at);

  /** The last promise made to a ticket. */
  Optional<TicketPrioritized> latest(UUID ticketId);
}
