package dev.hourglass.ticketintake.postgres;

import java.sql.SQLException;

/** The database did not do what it was asked; nothing was stored. */
public final class StorageFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StorageFailed(String message, SQLException cause) {
    super(message, cause);
  }
}
