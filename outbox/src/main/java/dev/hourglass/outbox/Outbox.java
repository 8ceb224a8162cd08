package dev.hourglass.outbox;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.timing.Fact;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/**
 * Where a service says what follows from a change of its database.
 *
 * <p>Guaranteed: an event is published if, and only if, the transaction that appended it commits;
 * at least once, always under the same id; in the order of appending for one key. Not guaranteed:
 * any order between keys.
 */
public final class Outbox {

  static final String INSERT =
      "insert into outbox (topic, key, event_id, event, recorded_at, happened_at)"
          + " values (?, ?, ?, ?, ?, ?)";

  private final DataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;
  private final Runnable afterCommit;

  /**
   * @param afterCommit called after each commit of a transaction that appended something; must not
   *     block
   */
  public Outbox(
      DataSource dataSource,
      TransactionSynchronizationRegistry transactions,
      Runnable afterCommit) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.afterCommit = afterCommit;
  }

  /**
   * Appends an event in the caller's transaction. Lock the row of the subject first: the order of
   * appending is the order of publishing.
   *
   * @throws IllegalStateException if there is no transaction
   * @throws IllegalArgumentException if the topic does not carry such events
   */
  public void append(Topic<? extends EventData> topic, Event<?> event) {
    append(topic, List.of(required(event, "event")));
  }

  /**
   * Appends events in their order, as {@link #append(Topic, Event)} does one, in one round trip.
   *
   * @throws IllegalStateException if there is no transaction
   * @throws IllegalArgumentException if the topic does not carry such events
   */
  public void append(Topic<? extends EventData> topic, List<? extends Event<?>> events) {
    for (Event<?> event : events) {
      rule(
          topic.types().contains(event.data().getClass()),
          topic + " does not carry " + event.type());
    }
    requireTransaction();
    if (events.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection()) {
      insert(connection, topic.name(), events);
    } catch (SQLException e) {
      throw new OutboxException("the event could not be appended", e);
    }
    wakeAfterCommit();
  }

  /**
   * Now, read once the transaction has begun in the database, so that no report of progress counts
   * it as said: for facts that happen when they are decided. What was read after a row was locked
   * needs no more.
   *
   * @throws IllegalStateException if there is no transaction
   */
  public Instant now(Clock clock) {
    requireTransaction();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement begin = connection.prepareStatement("select 1")) {
      begin.execute();
      return clock.instant();
    } catch (SQLException e) {
      throw new OutboxException("the transaction could not begin", e);
    }
  }

  private void requireTransaction() {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("an event is appended in the transaction of its cause");
    }
  }

  static void insert(Connection connection, String topic, Event<?> event) throws SQLException {
    insert(connection, topic, List.of(event));
  }

  private static void insert(Connection connection, String topic, List<? extends Event<?>> events)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Event<?> event : events) {
        insert.setString(1, topic);
        insert.setString(2, event.subject());
        insert.setString(3, event.id());
        insert.setBytes(4, EventJson.write(event));
        insert.setObject(5, OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC));
        insert.setObject(6, OffsetDateTime.ofInstant(happenedAt(event), ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static Instant happenedAt(Event<?> event) {
    if (event.data() instanceof Fact fact && fact.occurredAt().isBefore(event.time())) {
      return fact.occurredAt();
    }
    return event.time();
  }

  private void wakeAfterCommit() {
    if (transactions.getResource(this) != null) {
      return;
    }
    transactions.putResource(this, Boolean.TRUE);
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Nothing to do: the rows are in the transaction already.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              afterCommit.run();
            }
          }
        });
  }
}
