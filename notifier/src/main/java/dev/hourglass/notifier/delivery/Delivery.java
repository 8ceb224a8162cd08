package dev.hourglass.notifier.delivery;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.Instant;
import java.util.UUID;

/**
 * One message to one recipient.
 *
 * @param attempts how often it has been tried and failed
 */
public record Delivery(
    UUID id,
    UUID ticketId,
    DeliveryKind kind,
    int cycle,
    String recipient,
    int attempts,
    Instant createdAt) {

  public Delivery {
    required(id, "id");
    required(ticketId, "ticketId");
    required(kind, "kind");
    required(recipient, "recipient");
    required(createdAt, "createdAt");
    rule(cycle >= 1, "'cycle' starts at 1");
    rule(attempts >= 0, "'attempts' counts up from 0");
  }
}
