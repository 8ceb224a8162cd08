package dev.hourglass.notifier.subscription;

import dev.hourglass.notifier.delivery.Delivery;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What webhooks are told. */
public interface WebhookMessages {

  /** Whether the subscription of a delivery is there and is told. */
  boolean isWanted(Delivery delivery);

  /** The message of a delivery; empty if its alert was forgotten. */
  Optional<WebhookMessage> of(Delivery delivery);

  /** Until when nothing is to be sent to the receiver of a delivery; empty if it never failed. */
  Optional<Instant> waitsUntil(Delivery delivery);

  /** The receiver does not answer well: whatever waits for it waits for some time more. */
  void failing(UUID subscription, Instant until);

  /** The receiver wants no more: pauses its subscription. */
  void gone(UUID subscription);
}
