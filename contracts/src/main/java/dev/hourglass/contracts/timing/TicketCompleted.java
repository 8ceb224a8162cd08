package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;

import java.time.Instant;
import java.util.UUID;

/** An improper ticket became proper: the clocks start here (K15). */
public record TicketCompleted(UUID ticketId, Instant occurredAt) implements Fact {

  public TicketCompleted {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
