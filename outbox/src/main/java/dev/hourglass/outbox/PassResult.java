package dev.hourglass.outbox;

/**
 * What one pass of the relay did.
 *
 * @param published records that the broker acknowledged and that are gone from the table
 * @param failed records that stay, to be tried again
 * @param refused records that the broker refuses for good, moved aside
 * @param more whether the table may hold more than this pass looked at
 */
public record PassResult(Outcome outcome, int published, int failed, int refused, boolean more) {

  /** Why a pass ended. */
  public enum Outcome {
    /** The pass looked at the table. */
    DONE,
    /** Another instance is at it. */
    BUSY
  }

  static final PassResult BUSY = new PassResult(Outcome.BUSY, 0, 0, 0, false);

  /** Whether it is worth trying again at once. */
  boolean wantsAnotherNow() {
    return more && failed == 0;
  }
}
