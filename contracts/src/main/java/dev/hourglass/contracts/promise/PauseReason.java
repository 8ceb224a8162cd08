package dev.hourglass.contracts.promise;

/** Why a ticket waits (R18); the target says which metrics stop for which reason (S50). */
public enum PauseReason {
  /** Waiting for the customer. */
  WAITING_CUSTOMER,
  /** Waiting for a third party. */
  WAITING_THIRD_PARTY
}
