package dev.hourglass.prioritizer.postgres;

import java.sql.SQLException;

/** The database refused or could not be reached; the transaction at hand must not commit. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseException(String message, SQLException cause) {
    super(message, cause);
  }
}
