package dev.hourglass.contracts.ticket;

import static dev.hourglass.contracts.Rules.required;

import java.time.Instant;
import java.util.UUID;

/**
 * The content of a ticket changed, for example because an improper one was completed (K15): the
 * whole new content.
 */
public record TicketAmended(UUID ticketId, Instant occurredAt, TicketContent content)
    implements TicketSaid {

  public TicketAmended {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    required(content, "content");
  }
}
