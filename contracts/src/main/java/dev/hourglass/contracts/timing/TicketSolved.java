package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.Instant;
import java.util.UUID;

/** The ticket was marked solved (S59). */
public record TicketSolved(UUID ticketId, Instant occurredAt, int cycle) implements Fact {

  public TicketSolved {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    rule(
        cycle >= 1 && cycle <= TicketReopened.MOST_CYCLES,
        "'cycle' is 1 to " + TicketReopened.MOST_CYCLES);
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
