package dev.hourglass.notifier.delivery;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient.
 *
 * @param cause what makes it exist, see {@link Causes}; unique together with the recipient
 * @param ticketId missing where it is about more than one ticket
 * @param attempts how often it has been tried, an attempt at hand included
 */
public record Delivery(
    UUID id,
    String cause,
    @Nullable UUID ticketId,
    DeliveryKind kind,
    int cycle,
    String recipient,
    int attempts,
    Instant createdAt) {

  public Delivery {
    required(id, "id");
    required(cause, "cause");
    required(kind, "kind");
    required(recipient, "recipient");
    required(createdAt, "createdAt");
    rule(cycle >= 1, "'cycle' starts at 1");
    rule(attempts >= 0, "'attempts' counts up from 0");
  }
}
