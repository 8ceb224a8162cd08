package dev.hourglass.slamonitor.postgres;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.ledger.LoggedFact;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.slamonitor.ledger.FactLog;
import dev.hourglass.slamonitor.ledger.KeptFact;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The log of facts in PostgreSQL. */
@ApplicationScoped
class PostgresFactLog implements FactLog {

  private static final String KEEP =
      """
      insert into facts
        (ticket_id, event_id, heard_at, kafka_partition, kafka_offset, event)
      values (?, ?, ?, ?, ?, ?)
      on conflict (ticket_id, event_id) do nothing
      """;

  private static final String HEARD_OF =
      "select distinct ticket_id from facts where ticket_id = any(?) and heard_at < ?";

  private static final String OF_TICKET =
      """
      select event, heard_at from facts where ticket_id = ?
      order by heard_at, kafka_offset, event_id limit ?
      """;

  private final AgroalDataSource dataSource;

  PostgresFactLog(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  @Transactional
  public void keep(Collection<KeptFact> facts) {
    // Everybody locks rows in the same order, so that two instances do not wait for each other.
    List<KeptFact> ordered =
        facts.stream()
            .sorted(
                Comparator.comparing(PostgresFactLog::ticketId)
                    .thenComparing(kept -> kept.fact().heard().id())
                    .thenComparingLong(KeptFact::offset))
            .toList();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(KEEP)) {
      for (KeptFact kept : ordered) {
        HeardFact heard = kept.fact().heard();
        statement.setObject(1, ticketId(kept));
        statement.setString(2, heard.id());
        statement.setObject(3, heard.heardAt().atOffset(ZoneOffset.UTC));
        statement.setInt(4, kept.partition());
        statement.setLong(5, kept.offset());
        statement.setString(6, kept.event());
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("the facts could not be kept", e);
    }
  }

  @Override
  @Transactional
  public Set<UUID> heardOfBefore(Instant instant, Collection<UUID> ticketIds) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(HEARD_OF)) {
      statement.setArray(1, connection.createArrayOf("uuid", ticketIds.toArray()));
      statement.setObject(2, instant.atOffset(ZoneOffset.UTC));
      Set<UUID> heardOf = new HashSet<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          heardOf.add(rows.getObject(1, UUID.class));
        }
      }
      return heardOf;
    } catch (SQLException e) {
      throw new IllegalStateException("the tickets heard of could not be read", e);
    }
  }

  @Override
  @Transactional
  public List<LoggedFact> of(UUID ticketId, int most) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(OF_TICKET)) {
      statement.setObject(1, ticketId);
      statement.setInt(2, most);
      List<LoggedFact> facts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          facts.add(fact(rows));
        }
      }
      return facts;
    } catch (SQLException e) {
      throw new IllegalStateException("the facts of a ticket could not be read", e);
    }
  }

  private static LoggedFact fact(ResultSet row) throws SQLException {
    byte[] document = row.getString(1).getBytes(StandardCharsets.UTF_8);
    Event<Fact> event = EventJson.read(Topics.TIMINGS, document);
    OffsetDateTime heardAt = row.getObject(2, OffsetDateTime.class);
    return new LoggedFact(HeardFact.of(event, heardAt.toInstant()), event.time());
  }

  private static UUID ticketId(KeptFact kept) {
    return kept.fact().heard().fact().ticketId();
  }
}
