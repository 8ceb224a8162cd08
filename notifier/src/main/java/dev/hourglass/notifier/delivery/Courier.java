package dev.hourglass.notifier.delivery;

import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.Instant;

/** Brings a delivery to its recipient. */
public interface Courier {

  /**
   * Writes the message and hands it to the recipient's relay.
   *
   * @return when the relay accepted it
   * @throws CourierException if it was not accepted
   */
  Instant bring(Delivery delivery, KnownTicket ticket);
}
