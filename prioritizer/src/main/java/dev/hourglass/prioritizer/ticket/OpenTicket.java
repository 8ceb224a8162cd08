package dev.hourglass.prioritizer.ticket;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.timing.TicketPrioritized;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a ticket that may still be promised something.
 *
 * @param contentSequence of the last content heard
 * @param agentPriority what an agent set, even if the content has not been heard yet
 * @param agentSequence of the last word of an agent heard
 * @param sequence of the last promise said
 * @param latest the last promise said
 */
public record OpenTicket(
    UUID ticketId,
    long contentSequence,
    @Nullable Priority agentPriority,
    long agentSequence,
    long sequence,
    @Nullable TicketPrioritized latest) {

  public OpenTicket {
    required(ticketId, "ticketId");
  }

  /** A ticket of which nothing was heard. */
  public static OpenTicket unheard(UUID ticketId) {
    return new OpenTicket(ticketId, 0, null, 0, 0, null);
  }

  /** After a content was heard. */
  OpenTicket withContent(long sequence) {
    return new OpenTicket(ticketId, sequence, agentPriority, agentSequence, this.sequence, latest);
  }

  /** After an agent set the priority. */
  OpenTicket withAgent(Priority priority, long sequence) {
    return new OpenTicket(ticketId, contentSequence, priority, sequence, this.sequence, latest);
  }

  /** After a promise was made. */
  public OpenTicket withPromise(TicketPrioritized promise) {
    return new OpenTicket(
        ticketId, contentSequence, agentPriority, agentSequence, sequence + 1, promise);
  }
}
