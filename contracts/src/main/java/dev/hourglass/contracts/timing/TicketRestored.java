package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;

import java.time.Instant;
import java.util.UUID;

/** The service works again for the customer, though the ticket is not solved yet (S41). */
public record TicketRestored(UUID ticketId, Instant occurredAt) implements Fact {

  public TicketRestored {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
