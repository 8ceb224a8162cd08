package dev.hourglass.notifier.delivery;

/** Where a delivery stands. Only PENDING ever changes. */
public enum DeliveryState {
  /** Waits for its time, or for the next attempt. */
  PENDING,
  /** Accepted by the recipient's mail relay. */
  SENT,
  /** Refused for good, or failed too often. */
  GIVEN_UP,
  /** Not wanted any more before it was sent. */
  WITHDRAWN,
  /** Never tried: there is nobody to write to, or it would be ourselves. */
  SUPPRESSED
}
