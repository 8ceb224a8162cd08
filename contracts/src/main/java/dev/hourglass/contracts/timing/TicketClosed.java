package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;

import java.time.Instant;
import java.util.UUID;

/** The ticket is over; nothing may change it any more. */
public record TicketClosed(UUID ticketId, Instant occurredAt) implements Fact {

  public TicketClosed {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
