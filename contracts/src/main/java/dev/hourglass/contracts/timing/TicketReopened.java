package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.Instant;
import java.util.UUID;

/**
 * A solved ticket was opened again.
 *
 * @param cycle the new cycle: 2 on the first reopening
 */
public record TicketReopened(UUID ticketId, Instant occurredAt, int cycle) implements Fact {

  /** After so many cycles somebody is playing: the clocks of all cycles are kept. */
  public static final int MOST_CYCLES = 1_000;

  public TicketReopened {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    rule(cycle >= 2 && cycle <= MOST_CYCLES, "'cycle' is 2 to " + MOST_CYCLES);
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
