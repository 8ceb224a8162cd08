package dev.hourglass.notifier.delivery;

import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings deliveries of some kinds to their recipients. Each kind has one courier. */
public interface Courier {

  /** Whether it brings deliveries of this kind. */
  boolean brings(DeliveryKind kind);

  /**
   * Whether a delivery still makes sense, asked before each attempt; one that does not is
   * withdrawn.
   *
   * @param ticket missing where the delivery is about no ticket that is known
   */
  default boolean isWanted(Delivery delivery, @Nullable KnownTicket ticket) {
    return true;
  }

  /**
   * What is to be done with a delivery that makes sense instead of bringing it now; nothing if it
   * is to be brought.
   */
  default Optional<Outcome> instead(Delivery delivery, Instant now) {
    return Optional.empty();
  }

  /**
   * Writes the message and hands it to the recipient's relay. No transaction is open meanwhile.
   *
   * @param ticket missing where the delivery is about no ticket that is known
   * @return when the relay accepted it
   * @throws CourierException if it was not accepted
   */
  Instant bring(Delivery delivery, @Nullable KnownTicket ticket);
}
