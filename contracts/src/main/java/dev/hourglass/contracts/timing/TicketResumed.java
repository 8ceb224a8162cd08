package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;

import java.time.Instant;
import java.util.UUID;

/** The wait is over. */
public record TicketResumed(UUID ticketId, Instant occurredAt) implements Fact {

  public TicketResumed {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
