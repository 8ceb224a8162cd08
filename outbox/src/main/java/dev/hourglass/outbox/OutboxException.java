package dev.hourglass.outbox;

/** The database refused or could not be reached; the transaction at hand must not commit. */
public final class OutboxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OutboxException(String message, Throwable cause) {
    super(message, cause);
  }
}
