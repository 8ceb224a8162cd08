package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;

import java.time.Instant;
import java.util.UUID;

/**
 * The recipient's mail relay accepted the confirmation: our evidence for "receives" (S48).
 *
 * @param deliveryId the delivery that a later {@link DeliveryFailed} may take back
 */
public record ConfirmationDelivered(UUID ticketId, Instant occurredAt, UUID deliveryId)
    implements Fact {

  public ConfirmationDelivered {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    required(deliveryId, "deliveryId");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
