package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.name;
import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The promise made to a ticket, and everything it was derived from. A later one is a re-promise;
 * deadlines count from received all the same (R1), but a deadline already past breaches at the
 * re-promise.
 *
 * @param cause the id of the event that led to it: one promise per ticket and cause
 * @param confidence 0 to 1, where free text decided
 * @param review whether a person should look at the priority
 */
public record TicketPrioritized(
    UUID ticketId,
    Instant occurredAt,
    String cause,
    Priority priority,
    List<Reason> reasons,
    @Nullable Double confidence,
    boolean review,
    Entitlement entitlement,
    Basis basis,
    Promise promise)
    implements Fact {

  public TicketPrioritized {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    name(cause, "cause");
    required(priority, "priority");
    required(entitlement, "entitlement");
    required(basis, "basis");
    required(promise, "promise");
    reasons = listOf(reasons);
    rule(confidence == null || (confidence >= 0 && confidence <= 1), "'confidence' must be 0 to 1");
    rule(basis.priority() == priority, "the basis must hold the priority that was promised for");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
