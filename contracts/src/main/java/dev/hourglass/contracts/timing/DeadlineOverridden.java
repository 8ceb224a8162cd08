package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import java.util.UUID;

/** An agent set a deadline by hand for one clock; the reason stays in ticket-intake. */
public record DeadlineOverridden(
    UUID ticketId, Instant occurredAt, Metric metric, int cycle, Instant deadline) implements Fact {

  public DeadlineOverridden {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    required(metric, "metric");
    required(deadline, "deadline");
    rule(cycle >= 1, "'cycle' starts at 1");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
