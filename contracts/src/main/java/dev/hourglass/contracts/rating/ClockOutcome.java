package dev.hourglass.contracts.rating;

/** What came of a clock, as far as a rating is joined with it. */
public enum ClockOutcome {
  /** Stopped in time. */
  MET,
  /** Stopped after its deadline. */
  MET_LATE,
  /** Past its deadline and not stopped. */
  BREACHED,
  /** Nobody is held to it any more. */
  CANCELLED,
  /** Running, at risk or paused: nobody knows yet. */
  OPEN
}
