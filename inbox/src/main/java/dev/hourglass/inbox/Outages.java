package dev.hourglass.inbox;

import java.sql.SQLException;
import java.util.Set;

/** Tells an outage of the database from a record that the database cannot take. */
public final class Outages {

  /**
   * Classes of SQLSTATE in which the same record will fail again: data exception, violated
   * constraint, a limit of the database exceeded. All others pass, or somebody mends them: an
   * outage, a lock, a database that is read-only or not yet migrated.
   */
  private static final Set<String> THE_RECORDS_FAULT = Set.of("22", "23", "54");

  private static final String UNIQUE_VIOLATION = "23505";

  private Outages() {}

  /** Whether trying again later may work, without anybody changing the record. */
  public static boolean isOutage(Throwable failure) {
    boolean ofTheDatabase = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        // Without a state it never came as far as the database: no connection could be had.
        return state == null
            || state.length() < 2
            || !THE_RECORDS_FAULT.contains(state.substring(0, 2));
      }
      ofTheDatabase |= isOfTheDatabase(cause);
    }
    // A commit that failed without the database saying why: it went away in the middle.
    return ofTheDatabase;
  }

  /** Whether two of us wrote the same row at once. */
  public static boolean isConflict(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return UNIQUE_VIOLATION.equals(sql.getSQLState());
      }
    }
    return false;
  }

  /** The failure in words; the database's own are left out, they may quote the record. */
  public static String withoutContent(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql.getClass().getSimpleName() + ", SQL state " + sql.getSQLState();
      }
    }
    return failure.toString();
  }

  /** By name: a service may do without Hibernate or Narayana, and hear all the same. */
  private static boolean isOfTheDatabase(Throwable cause) {
    String name = cause.getClass().getName();
    return name.startsWith("jakarta.transaction.")
        || name.startsWith("jakarta.persistence.")
        || name.startsWith("io.quarkus.narayana.");
  }
}
