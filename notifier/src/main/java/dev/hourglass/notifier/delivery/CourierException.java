package dev.hourglass.notifier.delivery;

/** A message was not accepted. */
public final class CourierException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;
  private final boolean permanent;

  /**
   * @param reason a code, never the text of a mail or of a relay, which may quote an address
   * @param permanent whether trying again is of no use
   */
  public CourierException(String reason, boolean permanent, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
    this.permanent = permanent;
  }

  /** The code of what went wrong. */
  public String reason() {
    return reason;
  }

  /** Whether trying again is of no use. */
  public boolean isPermanent() {
    return permanent;
  }
}
