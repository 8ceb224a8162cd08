package dev.hourglass.outbox;

import dev.hourglass.contracts.Topics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Questions about what waits in the outbox, and the way back for what was refused. */
public final class OutboxTable {

  private static final String BACKLOG =
      "select count(*), min(recorded_at), count(*) filter (where topic = ?),"
          + " min(coalesce(happened_at, recorded_at)) filter (where topic = ?),"
          + " (select count(*) from outbox_refusals) from outbox";
  private static final String REFUSALS = "select count(*) from outbox_refusals";
  private static final String REDRIVE =
      "with back as (delete from outbox_refusals returning *)"
          + " insert into outbox (topic, key, event_id, event, recorded_at, happened_at)"
          + " select topic, key, event_id, event, recorded_at, happened_at from back order by id";

  /** Of this service only: the transactions of other roles do not show when they began. */
  private static final String OLDEST_TRANSACTION =
      "select extract(epoch from clock_timestamp() - min(xact_start)) * 1000"
          + " from pg_stat_activity where datname = current_database() and usename = current_user"
          + " and pid <> pg_backend_pid() and application_name <> '"
          + OutboxRelay.APPLICATION
          + "'";

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
   * @param oldestFactAt when the first of those happened, or null
   * @param refusals events that the broker refused for good
   */
  public record Backlog(
      long events,
      @Nullable Instant oldestAt,
      long facts,
      @Nullable Instant oldestFactAt,
      long refusals) {}

  /** What waits now. */
  public Backlog backlog() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(BACKLOG)) {
      select.setString(1, Topics.TIMINGS.name());
      select.setString(2, Topics.TIMINGS.name());
      try (ResultSet result = select.executeQuery()) {
        result.next();
        return new Backlog(
            result.getLong(1),
            instant(result, 2),
            result.getLong(3),
            instant(result, 4),
            result.getLong(5));
      }
    }
  }

  /**
   * For how long the oldest transaction of this service, in whatever instance, has been running: it
   * may be about to say what happened since it began.
   */
  public Duration oldestTransaction() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(OLDEST_TRANSACTION);
        ResultSet result = select.executeQuery()) {
      result.next();
      return Duration.ofMillis((long) Math.ceil(Math.max(0, result.getDouble(1))));
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

  private static @Nullable Instant instant(ResultSet result, int column) throws SQLException {
    OffsetDateTime value = result.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
