package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;

import java.time.Instant;
import java.util.UUID;

/** The ticket was withdrawn; its clocks are cancelled (R20). */
public record TicketCancelled(UUID ticketId, Instant occurredAt) implements Fact {

  public TicketCancelled {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
