package dev.hourglass.sandbox.demo;

/** Why the scene cannot go on, in words for who watches it. */
final class DemoException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoException(String message) {
    super(message);
  }

  DemoException(String message, Throwable cause) {
    super(message, cause);
  }
}
