package dev.hourglass.ticketintake.postgres;

/** The database did not do what it was asked; nothing was stored. */
public final class StorageFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StorageFailed(String message, Exception cause) {
    super(message, cause);
  }
}
