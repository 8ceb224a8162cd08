package dev.hourglass.contracts.alert;

/** What made a breach untrue. */
public enum WithdrawnBecause {
  /** A stop was heard of late, but happened before the deadline. */
  STOPPED_IN_TIME,
  /** A pause, a priority change or an override moved the deadline. */
  DEADLINE_MOVED,
  /** The ticket was cancelled or merged, or the promise no longer has this target. */
  CANCELLED
}
