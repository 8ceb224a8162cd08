package dev.hourglass.contracts.alert;

/** Whether every speaker could be heard when a breach was said. */
public enum Evidence {
  /** Every speaker had said all that it knew. */
  COMPLETE,
  /** A speaker was silent for longer than we hold an alert back. */
  INCOMPLETE
}
