package dev.hourglass.clocks.clock;

/** Why a clock is held to a deadline. */
public enum AimReason {
  /** The first promise with its metric. */
  PROMISED,
  /** A later promise; it counts from the start as well, with the pauses kept. */
  PROMISED_AGAIN,
  /** An agent set the deadline by hand. */
  SET_BY_HAND
}
