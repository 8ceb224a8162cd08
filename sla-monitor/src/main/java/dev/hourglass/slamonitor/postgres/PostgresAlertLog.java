package dev.hourglass.slamonitor.postgres;

import dev.hourglass.slamonitor.json.AlertJson;
import dev.hourglass.slamonitor.ledger.AlertLog;
import dev.hourglass.slamonitor.ledger.SaidAlert;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log of alerts in PostgreSQL. */
@ApplicationScoped
class PostgresAlertLog implements AlertLog {

  private static final String KEEP =
      """
      insert into alerts
        (ticket_id, event_id, type, metric, cycle, level, due_at, detected_at, event)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (ticket_id, event_id) do nothing
      """;

  private static final String OF_TICKET =
      "select event from alerts where ticket_id = ? order by detected_at, event_id limit ?";

  private final AgroalDataSource dataSource;

  PostgresAlertLog(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  @Transactional
  public void keep(Collection<SaidAlert> alerts) {
    // Everybody locks rows in the same order, so that two instances do not wait for each other.
    List<SaidAlert> ordered =
        alerts.stream()
            .sorted(Comparator.comparing(SaidAlert::ticketId).thenComparing(SaidAlert::id))
            .toList();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(KEEP)) {
      for (SaidAlert alert : ordered) {
        statement.setObject(1, alert.ticketId());
        statement.setString(2, alert.id());
        statement.setString(3, alert.type());
        statement.setString(4, alert.metric() == null ? null : alert.metric().name());
        statement.setInt(5, alert.cycle());
        statement.setInt(6, alert.level());
        statement.setObject(7, utc(alert.dueAt()));
        statement.setObject(8, utc(alert.detectedAt()));
        statement.setString(9, alert.document());
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("the alerts could not be kept", e);
    }
  }

  @Override
  @Transactional
  public List<SaidAlert> of(UUID ticketId, int most) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(OF_TICKET)) {
      statement.setObject(1, ticketId);
      statement.setInt(2, most);
      List<SaidAlert> alerts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          alerts.add(AlertJson.read(rows.getString(1)));
        }
      }
      return alerts;
    } catch (SQLException e) {
      throw new IllegalStateException("the alerts of a ticket could not be read", e);
    }
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
