package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.PauseReason;
import java.time.Instant;
import java.util.UUID;

/** The ticket waits. */
public record TicketPaused(UUID ticketId, Instant occurredAt, PauseReason reason) implements Fact {

  public TicketPaused {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    required(reason, "reason");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
