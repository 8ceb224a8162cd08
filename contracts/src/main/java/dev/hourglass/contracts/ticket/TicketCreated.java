package dev.hourglass.contracts.ticket;

import static dev.hourglass.contracts.Rules.required;

import java.time.Instant;
import java.util.UUID;

/** A ticket was posted: its content as first said. Personal data; short retention. */
public record TicketCreated(UUID ticketId, Instant occurredAt, TicketContent content)
    implements TicketSaid {

  public TicketCreated {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    required(content, "content");
  }
}
