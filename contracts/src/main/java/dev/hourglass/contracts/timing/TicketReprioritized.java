package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Priority;
import java.time.Instant;
import java.util.UUID;

/** An agent set the priority by hand; the reason stays in ticket-intake. */
public record TicketReprioritized(UUID ticketId, Instant occurredAt, Priority priority)
    implements Fact {

  public TicketReprioritized {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    required(priority, "priority");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
