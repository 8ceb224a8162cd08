package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;

import java.time.Instant;
import java.util.UUID;

/** The ticket was merged into another; its clocks are cancelled (R20). */
public record TicketMerged(UUID ticketId, Instant occurredAt, UUID into) implements Fact {

  public TicketMerged {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    required(into, "into");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
