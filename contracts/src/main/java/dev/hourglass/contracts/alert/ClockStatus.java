package dev.hourglass.contracts.alert;

/** Where a clock stands. */
public enum ClockStatus {
  /** Before its first warning point. */
  RUNNING,
  /** Past a warning point. */
  AT_RISK,
  /** Stopped by a pause reason of its target. */
  PAUSED,
  /** Past its deadline and not stopped. */
  BREACHED,
  /** Stopped in time; revisable, for a bounce takes a delivery back. */
  MET,
  /** Stopped after its deadline. */
  MET_LATE,
  /** Nobody is held to it any more. */
  CANCELLED
}
