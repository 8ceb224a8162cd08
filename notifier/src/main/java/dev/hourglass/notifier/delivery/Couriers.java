package dev.hourglass.notifier.delivery;

import dev.hourglass.contracts.Rules;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The courier of each kind of delivery. */
public final class Couriers {

  private final Map<DeliveryKind, Courier> byKind = new EnumMap<>(DeliveryKind.class);

  /**
   * @throws IllegalArgumentException if two couriers bring the same kind
   */
  public Couriers(List<Courier> couriers) {
    for (DeliveryKind kind : DeliveryKind.values()) {
      for (Courier courier : couriers) {
        if (courier.brings(kind)) {
          Rules.rule(byKind.put(kind, courier) == null, "two couriers bring " + kind);
        }
      }
    }
  }

  /** Who brings this kind, if anybody does. */
  public Optional<Courier> of(DeliveryKind kind) {
    return Optional.ofNullable(byKind.get(kind));
  }
}
