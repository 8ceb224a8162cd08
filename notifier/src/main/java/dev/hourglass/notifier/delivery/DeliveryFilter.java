package dev.hourglass.notifier.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are meant; whatever is missing does not matter.
 *
 * @param reason the code of the last failure
 * @param since written then or later
 */
public record DeliveryFilter(
    @Nullable UUID ticketId,
    @Nullable DeliveryState state,
    @Nullable DeliveryKind kind,
    @Nullable String reason,
    @Nullable Instant since) {

  /** All that there are. */
  public static DeliveryFilter all() {
    return new DeliveryFilter(null, null, null, null, null);
  }
}
