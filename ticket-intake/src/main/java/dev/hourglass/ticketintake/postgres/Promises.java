package dev.hourglass.ticketintake.postgres;

import dev.hourglass.ticketintake.json.TicketJson;
import dev.hourglass.ticketintake.ticket.PromiseShown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps the latest promise made to each ticket, for showing. */
@ApplicationScoped
public class Promises {

  private static final String KEEP =
      "with known as (select id from tickets where id = ?), kept as (update tickets"
          + " set promise = ?::jsonb, promise_sequence = ?"
          + " where id = ? and promise_sequence < ? returning 1)"
          + " select (select count(*) from known), (select count(*) from kept)";

  private final DataSource dataSource;

  Promises(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What became of a promise that was heard. */
  public enum Outcome {
    /** It shows on the ticket. */
    SHOWN,
    /** A later one, or this very one, shows already. */
    STALE,
    /** There is no such ticket here. */
    UNKNOWN
  }

  /** Shows the promise on its ticket, unless the ticket shows this or a later one already. */
  @Transactional
  public Outcome keep(UUID ticketId, long sequence, PromiseShown shown) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(KEEP)) {
      update.setObject(1, ticketId);
      update.setString(2, TicketJson.write(shown));
      update.setLong(3, sequence);
      update.setObject(4, ticketId);
      update.setLong(5, sequence);
      try (ResultSet counts = update.executeQuery()) {
        counts.next();
        if (counts.getLong(2) == 1) {
          return Outcome.SHOWN;
        }
        return counts.getLong(1) == 1 ? Outcome.STALE : Outcome.UNKNOWN;
      }
    } catch (SQLException e) {
      throw new StorageFailed("a promise could not be kept", e);
    }
  }
}
