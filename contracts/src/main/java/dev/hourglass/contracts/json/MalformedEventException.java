package dev.hourglass.contracts.json;

/**
 * The bytes of a record are not an event of its topic; the message says what is wrong, never the
 * payload.
 */
public final class MalformedEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedEventException(String message) {
    super(message);
  }

  public MalformedEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
