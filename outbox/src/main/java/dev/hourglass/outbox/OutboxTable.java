package dev.hourglass.outbox;

import dev.hourglass.contracts.Topics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** Questions about what waits in the outbox, and the way back for what was refused. */
public final class OutboxTable {

  private static final String BACKLOG =
      "select count(*), min(recorded_at), count(*) filter (where topic = ?),"
          + " min(recorded_at) filter (where topic = ?) from outbox";
  private static final String REFUSALS = "select count(*) from outbox_refusals";
  private static final String REDRIVE =
      "with back as (delete from outbox_refusals returning *)"
          + " insert into outbox (topic, key, event_id, event, recorded_at)"
          + " select topic, key, event_id, event, recorded_at from back order by id";

  private final DataSource dataSource;

  public OutboxTable(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * What waits to be published.
   *
   * @param events all events
   * @param oldestAt when the oldest of them was recorded, or null
   * @param facts those for {@code timings}
   * @param oldestFactAt when the oldest of those was recorded, or null
   */
  public record Backlog(long events, Instant oldestAt, long facts, Instant oldestFactAt) {}

  /** What waits now. */
  public Backlog backlog() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(BACKLOG)) {
      select.setString(1, Topics.TIMINGS.name());
      select.setString(2, Topics.TIMINGS.name());
      try (ResultSet result = select.executeQuery()) {
        result.next();
        return new Backlog(
            result.getLong(1), instant(result, 2), result.getLong(3), instant(result, 4));
      }
    }
  }

  /** How many events were refused for good and wait to be redriven. */
  public long refusals() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(REFUSALS);
        ResultSet result = select.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Puts everything that was refused back into the outbox, in its order; returns how many. */
  public int redrive() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(REDRIVE)) {
      return insert.executeUpdate();
    }
  }

  private static Instant instant(ResultSet result, int column) throws SQLException {
    OffsetDateTime value = result.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
