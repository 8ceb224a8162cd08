package dev.hourglass.notifier.kafka;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** The database is away or busy: no fault of the record, which is tried again until it works. */
final class OutageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Classes of SQLSTATE that pass: connection, rollback for others' sake, resources, lock,
   * operator's intervention, system. Others, such as data that no column takes, are the record's.
   */
  private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

  OutageException(Throwable cause) {
    super("the database is away", cause);
  }

  static boolean isOutage(Throwable e) {
    boolean transaction = false;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientException) {
        return true;
      }
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        // Without a state it never came as far as the database: no connection could be had.
        return state == null || state.length() < 2 || PASSING.contains(state.substring(0, 2));
      }
      transaction |= cause.getClass().getName().startsWith("jakarta.transaction.");
    }
    // A commit that failed without the database saying why: it went away in the middle.
    return transaction;
  }
}
