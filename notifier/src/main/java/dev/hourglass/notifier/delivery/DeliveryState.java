package dev.hourglass.notifier.delivery;

/** Where a delivery stands. */
public enum DeliveryState {
  /** Waits for its time, or for the next attempt. */
  PENDING,
  /** A worker has claimed it and sends it. */
  SENDING,
  /** Accepted by the recipient's mail relay. */
  SENT,
  /** Accepted, and later returned as undeliverable. */
  BOUNCED,
  /** Refused for good, or failed too often. */
  GIVEN_UP,
  /** Not sent by itself: a digest tells it. */
  FOLDED,
  /** Not wanted any more before it was sent. */
  WITHDRAWN,
  /** Never tried: there is nobody to write to, it would be ourselves, or it would be too much. */
  SUPPRESSED
}
