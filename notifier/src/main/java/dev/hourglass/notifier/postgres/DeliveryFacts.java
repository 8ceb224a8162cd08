package dev.hourglass.notifier.postgres;

import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.notifier.delivery.DeliveryKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Says what came of deliveries, in the transaction that records it. Of a delivery about no single
 * ticket nothing is said: facts are about tickets.
 */
@ApplicationScoped
public class DeliveryFacts {

  private final TicketRows tickets;
  private final Speaker speaker;
  private final Clock clock;

  DeliveryFacts(TicketRows tickets, Speaker speaker, Clock clock) {
    this.tickets = tickets;
    this.speaker = speaker;
    this.clock = clock;
  }

  /** It was accepted; of a confirmation, that is evidence. */
  void delivered(DeliveryRow row, Instant acceptedAt) {
    if (row.kind == DeliveryKind.CONFIRMATION) {
      say(row, new ConfirmationDelivered(row.ticketId, acceptedAt, row.id));
    }
  }

  /** It was given up, came back or was never tried. */
  void failed(DeliveryRow row, String reason) {
    if (row.ticketId != null) {
      say(row, failure(row.ticketId, row.id, row.kind, reason));
    }
  }

  /** One that was never tried and whose row nobody holds. */
  void suppressed(UUID ticketId, UUID deliveryId, DeliveryKind kind, String reason) {
    speaker.say(
        tickets.locked(ticketId), failure(ticketId, deliveryId, kind, reason), "" + deliveryId);
  }

  private DeliveryFailed failure(UUID ticketId, UUID deliveryId, DeliveryKind kind, String reason) {
    return new DeliveryFailed(ticketId, clock.instant(), deliveryId, kind.message(), reason);
  }

  /** A delivery that is sent once more after it failed says more than one fact of a kind. */
  private void say(DeliveryRow row, Fact fact) {
    String cause = row.said == 0 ? row.id.toString() : row.id + "|" + row.said;
    row.said++;
    speaker.say(tickets.locked(row.ticketId), fact, cause);
  }
}
