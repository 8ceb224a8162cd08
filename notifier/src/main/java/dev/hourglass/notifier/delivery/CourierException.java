package dev.hourglass.notifier.delivery;

/** A message was not accepted. */
public final class CourierException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;
  private final Failure failure;

  /** What a failure means for the next attempt. */
  public enum Failure {
    /** Trying again is of no use. */
    PERMANENT,
    /** Trying again later may help. */
    TRANSIENT,
    /** The recipient's provider wants fewer messages: all of its recipients wait. */
    THROTTLED,
    /** Our relay does not let us in, so that everything waits; no recipient is to blame. */
    CONFIGURATION
  }

  /**
   * @param reason a code, never the text of a mail or of a relay, which may quote an address
   */
  public CourierException(String reason, Failure failure, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
    this.failure = failure;
  }

  /**
   * @param reason a code, never the text of a mail or of a relay, which may quote an address
   * @param permanent whether trying again is of no use
   */
  public CourierException(String reason, boolean permanent, Throwable cause) {
    this(reason, permanent ? Failure.PERMANENT : Failure.TRANSIENT, cause);
  }

  /** The code of what went wrong. */
  public String reason() {
    return reason;
  }

  /** What it means for the next attempt. */
  public Failure failure() {
    return failure;
  }
}
