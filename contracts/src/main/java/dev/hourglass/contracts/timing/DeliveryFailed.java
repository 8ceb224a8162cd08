package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery was given up or bounced; of a confirmation, it takes the delivery back.
 *
 * @param reason a code, never the text of a mail
 */
public record DeliveryFailed(
    UUID ticketId, Instant occurredAt, UUID deliveryId, MessageKind kind, String reason)
    implements Fact {

  public DeliveryFailed {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    required(deliveryId, "deliveryId");
    required(kind, "kind");
    required(reason, "reason");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
