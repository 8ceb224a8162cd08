package dev.hourglass.notifier.delivery;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that should exist.
 *
 * @param cause see {@link Causes}
 * @param ticketId missing where it is about more than one ticket
 * @param recipient a mail address, or whatever the kind's courier understands; empty for nobody
 * @param dueAt not before then
 */
public record NewDelivery(
    String cause,
    @Nullable UUID ticketId,
    DeliveryKind kind,
    int cycle,
    String recipient,
    Instant dueAt) {

  public NewDelivery {
    required(cause, "cause");
    required(kind, "kind");
    required(recipient, "recipient");
    required(dueAt, "dueAt");
    rule(cycle >= 1, "'cycle' starts at 1");
    rule(ticketId != null || !kind.isToCustomer(), "what a customer gets is about a ticket");
  }
}
