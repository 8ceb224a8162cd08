package dev.hourglass.outbox;

import dev.hourglass.outbox.PassResult.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Publishes the outbox, one pass at a time. Any instance may run a pass: a lock inside the pass's
 * own transaction lets one at a time through.
 *
 * <p>A record is deleted only after the broker acknowledged it and every record of its key before
 * it; a kill in between publishes it again, under the same id.
 */
public final class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  /** Any number that nobody else in a service's own database uses for an advisory lock. */
  private static final long LOCK = 0x6f7574626f78L;

  /** As others see the relay's transactions, which write nothing that has to be said. */
  static final String APPLICATION = "outbox-relay";

  private static final String TRY_LOCK =
      "select pg_try_advisory_xact_lock("
          + LOCK
          + "), set_config('application_name', '"
          + APPLICATION
          + "', true)";
  private static final String NEXT =
      "select id, topic, key, event_id, event from outbox order by id limit ?";
  private static final String DELETE = "delete from outbox where id = any (?)";
  private static final String MOVE_ASIDE =
      "with gone as (delete from outbox where id = ? returning *)"
          + " insert into outbox_refusals"
          + " (id, topic, key, event_id, event, recorded_at, happened_at, refused_at, reason)"
          + " select id, topic, key, event_id, event, recorded_at, happened_at, ?, ? from gone";
  private static final int LONGEST_REASON = 500;

  private final DataSource dataSource;
  private final Broker broker;
  private final Clock clock;
  private final int batch;

  OutboxRelay(DataSource dataSource, Broker broker, Clock clock, int batch) {
    this.dataSource = dataSource;
    this.broker = broker;
    this.clock = clock;
    this.batch = batch;
  }

  private record Row(long id, String topic, String key, String eventId, byte[] event) {}

  private record Sent(Row row, Future<?> acknowledgement) {}

  /**
   * One pass: what waits is sent in order, what was acknowledged is deleted, all in one
   * transaction.
   *
   * @throws SQLException if the database cannot be reached; nothing is lost, and what was sent is
   *     sent again
   */
  public PassResult runOnce() throws SQLException, InterruptedException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        PassResult result =
            locked(connection) ? publish(connection, next(connection)) : PassResult.BUSY;
        connection.commit();
        return result;
      } catch (SQLException | InterruptedException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static boolean locked(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(TRY_LOCK);
        ResultSet result = lock.executeQuery()) {
      return result.next() && result.getBoolean(1);
    }
  }

  private List<Row> next(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NEXT)) {
      select.setInt(1, batch);
      try (ResultSet result = select.executeQuery()) {
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(
              new Row(
                  result.getLong(1),
                  result.getString(2),
                  result.getString(3),
                  result.getString(4),
                  result.getBytes(5)));
        }
        return rows;
      }
    }
  }

  private PassResult publish(Connection connection, List<Row> rows)
      throws SQLException, InterruptedException {
    List<Sent> sent = send(rows);
    broker.flush();
    List<Long> acknowledged = new ArrayList<>(sent.size());
    Set<String> held = new HashSet<>();
    int refused = 0;
    for (Sent each : sent) {
      Row row = each.row();
      try {
        each.acknowledgement().get();
        if (!held.contains(row.key())) {
          acknowledged.add(row.id());
        }
      } catch (ExecutionException e) {
        if (isForGood(e.getCause())) {
          moveAside(connection, row, e.getCause());
          refused++;
        } else {
          // What follows of this key is sent again behind it, so that its order holds.
          held.add(row.key());
          logFailure(row, e.getCause());
        }
      }
    }
    delete(connection, acknowledged);
    return new PassResult(
        Outcome.DONE,
        acknowledged.size(),
        rows.size() - acknowledged.size() - refused,
        refused,
        rows.size() == batch);
  }

  /**
   * Sends in order, and stops at the first failure known at once: a broker that is away costs one
   * wait, not one a row.
   */
  private List<Sent> send(List<Row> rows) throws InterruptedException {
    List<Sent> sent = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Future<?> acknowledgement = broker.send(row.topic(), row.key(), row.event());
      sent.add(new Sent(row, acknowledgement));
      if (failedAtOnce(acknowledgement)) {
        break;
      }
    }
    return sent;
  }

  private static boolean failedAtOnce(Future<?> acknowledgement) throws InterruptedException {
    if (!acknowledgement.isDone()) {
      return false;
    }
    try {
      acknowledgement.get();
      return false;
    } catch (ExecutionException e) {
      return !isForGood(e.getCause());
    }
  }

  private static boolean isForGood(Throwable cause) {
    return cause instanceof RecordTooLargeException
        || cause instanceof InvalidTopicException
        || cause instanceof SerializationException;
  }

  private static void delete(Connection connection, List<Long> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      delete.executeUpdate();
    }
  }

  private void moveAside(Connection connection, Row row, Throwable cause) throws SQLException {
    String reason = String.valueOf(cause.getMessage());
    try (PreparedStatement move = connection.prepareStatement(MOVE_ASIDE)) {
      move.setLong(1, row.id());
      move.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      move.setString(
          3, reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason);
      move.executeUpdate();
    }
    about(
        row,
        () ->
            LOG.errorf(
                "The broker refuses an event for good; it was moved to outbox_refusals until"
                    + " somebody redrives it: %s",
                reason));
  }

  private static void logFailure(Row row, Throwable cause) {
    about(row, () -> LOG.debugf("An event was not acknowledged and is sent again: %s", cause));
  }

  private static void about(Row row, Runnable log) {
    MDC.put("eventId", row.eventId());
    MDC.put("topic", row.topic());
    try {
      log.run();
    } finally {
      MDC.remove("eventId");
      MDC.remove("topic");
    }
  }
}
