package dev.hourglass.prioritizer.postgres;

import dev.hourglass.outbox.OutboxException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.sql.SQLException;
import java.util.Optional;

/** Tells an outage of the database from a record that the database cannot take. */
public final class Outages {

  /** Data exceptions and violated constraints: the same record will fail again. */
  private static final String DATA = "22";

  private static final String CONSTRAINT = "23";

  private Outages() {}

  /** Whether trying again later may work, without anybody changing the record. */
  public static boolean isOutage(Throwable failure) {
    Optional<SQLException> cause = sqlException(failure);
    if (cause.isPresent()) {
      String state = cause.get().getSQLState();
      return state == null || !(state.startsWith(DATA) || state.startsWith(CONSTRAINT));
    }
    return failure instanceof QuarkusTransactionException
        || failure instanceof OutboxException
        || failure instanceof DatabaseException
        || failure instanceof jakarta.persistence.PersistenceException;
  }

  /** Whether two of us met at the same row: once more will do. */
  public static boolean isConflict(Throwable failure) {
    return sqlException(failure)
        .map(SQLException::getSQLState)
        .filter(state -> state.startsWith(CONSTRAINT))
        .isPresent();
  }

  private static Optional<SQLException> sqlException(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
