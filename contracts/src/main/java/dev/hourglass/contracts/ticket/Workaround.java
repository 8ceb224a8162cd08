package dev.hourglass.contracts.ticket;

/** Whether the requester can work round the problem (S35, S36, K13). */
public enum Workaround {
  /** There is no workaround. */
  NONE,
  /** A workaround helps in part. */
  PARTIAL,
  /** A workaround restores operation. */
  FULL
}
