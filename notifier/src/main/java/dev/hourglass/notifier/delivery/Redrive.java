package dev.hourglass.notifier.delivery;

/** What came of the wish to send a delivery once more. */
public enum Redrive {
  /** It waits again, as if it had never been tried. */
  REDRIVEN,
  /** No such delivery. */
  UNKNOWN,
  /** It has not failed: it waits, is being sent, was accepted, or nobody wants it any more. */
  NOT_FAILED,
  /** Its recipient was never to be written to, or was forgotten. */
  NO_RECIPIENT
}
