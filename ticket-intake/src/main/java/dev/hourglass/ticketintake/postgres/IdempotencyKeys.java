package dev.hourglass.ticketintake.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Remembers what was answered to which key (R23). A key is written in the transaction of the
 * command, so it is kept if and only if the command was done; a twin that arrives meanwhile waits
 * for that transaction at the primary key.
 */
@ApplicationScoped
public class IdempotencyKeys {

  private static final String CLAIM =
      "insert into idempotency_keys (scope, key, body_hash, kept_since) values (?, ?, ?, ?)"
          + " on conflict do nothing";
  private static final String SELECT =
      "select body_hash, status, ticket_id, answer from idempotency_keys"
          + " where scope = ? and key = ?";
  private static final String KEEP =
      "update idempotency_keys set status = ?, ticket_id = ?, answer = ?"
          + " where scope = ? and key = ?";
  private static final String REMOVE =
      "delete from idempotency_keys where (scope, key) in (select scope, key from idempotency_keys"
          + " where kept_since < ? order by kept_since limit ? for update skip locked)";

  private final DataSource dataSource;

  IdempotencyKeys(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Takes the key for this request; false if some request has had it before. */
  boolean claim(KeyedRequest request, Instant now) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(CLAIM)) {
      insert.setString(1, request.scope());
      insert.setString(2, request.key());
      insert.setBytes(3, request.bodyHash());
      insert.setObject(4, utc(now));
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new StorageFailed("a key could not be taken", e);
    }
  }

  /**
   * What was answered to this request before, if anything was.
   *
   * @throws KeyReused if it was another request
   */
  Optional<Answer> answered(KeyedRequest request) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, request.scope());
      select.setString(2, request.key());
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? Optional.of(answer(request, found)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StorageFailed("a kept answer could not be read", e);
    }
  }

  private static Answer answer(KeyedRequest request, ResultSet found) throws SQLException {
    if (!request.sameBody(found.getBytes("body_hash"))) {
      throw new KeyReused();
    }
    return new Answer(
        found.getInt("status"),
        found.getObject("ticket_id", UUID.class),
        found.getString("answer"),
        true);
  }

  /** Keeps the answer beside the key that this transaction has claimed. */
  void keep(KeyedRequest request, Answer answer) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(KEEP)) {
      update.setInt(1, answer.status());
      update.setObject(2, answer.ticketId());
      update.setString(3, answer.body());
      update.setString(4, request.scope());
      update.setString(5, request.key());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new StorageFailed("an answer could not be kept", e);
    }
  }

  /** Removes keys kept since before an instant, so many at most; returns how many. */
  public int remove(Instant before, int atMost) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete = connection.prepareStatement(REMOVE)) {
      delete.setObject(1, utc(before));
      delete.setInt(2, atMost);
      return delete.executeUpdate();
    } catch (SQLException e) {
      throw new StorageFailed("old keys could not be removed", e);
    }
  }

  static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
