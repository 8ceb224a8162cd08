package dev.hourglass.notifier.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of deliveries as operators see them. */
public record DeliveryPage(List<Item> items, int page, int size, long total) {

  /**
   * One delivery.
   *
   * @param recipient masked
   * @param reason the code of the last failure
   */
  public record Item(
      UUID id,
      UUID ticketId,
      @Nullable String reference,
      DeliveryKind kind,
      int cycle,
      String recipient,
      DeliveryState state,
      int attempts,
      Instant dueAt,
      Instant createdAt,
      @Nullable Instant sentAt,
      @Nullable String reason) {}
}
