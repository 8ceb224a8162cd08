package dev.hourglass.sandbox;

/** Why a part of the sandbox does not start or stop, in words for the person who started it. */
public final class SandboxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SandboxException(String message) {
    super(message);
  }

  public SandboxException(String message, Throwable cause) {
    super(message, cause);
  }
}
