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
   * @param ticketId missing where it is about more than one ticket
   * @param recipient masked
   * @param attempts how often it has been tried
   * @param repeated how often it was tried anew although it may have been accepted, for its worker
   *     was gone
   * @param sentAt when the recipient's relay accepted it
   * @param bouncedAt when it came back after that
   * @param reason the code of the last failure
   */
  public record Item(
      UUID id,
      @Nullable UUID ticketId,
      @Nullable String reference,
      DeliveryKind kind,
      int cycle,
      String recipient,
      DeliveryState state,
      int attempts,
      int repeated,
      Instant dueAt,
      Instant createdAt,
      @Nullable Instant sentAt,
      @Nullable Instant bouncedAt,
      @Nullable String reason) {}
}
