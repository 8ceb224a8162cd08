package dev.hourglass.slamonitor.postgres;

import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClocksChanged;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes states in batches on the caller's transaction. The version of the ticket's row guards its
 * clocks as well: who may not raise it does not touch them.
 */
@ApplicationScoped
class ClockWriter {

  private static final String RAISE_TICKET =
      """
      insert into tickets
        (ticket_id, version, as_of, facts, reference, account, priority, plan, edition)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (ticket_id) do update set
        version = excluded.version, as_of = excluded.as_of, facts = excluded.facts,
        reference = excluded.reference, account = excluded.account,
        priority = excluded.priority, plan = excluded.plan, edition = excluded.edition
      where tickets.version < excluded.version
      """;

  private static final String DELETE_CLOCKS = "delete from clocks where ticket_id = ?";

  private static final String INSERT_CLOCK =
      """
      insert into clocks
        (ticket_id, metric, cycle, version, status, started_at, deadline, remaining_millis,
         stopped_at, within_millis, calendar, contractual)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final AgroalDataSource dataSource;

  ClockWriter(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  void write(Collection<ClocksChanged> states) {
    // Everybody locks rows in the same order, so that two instances do not wait for each other.
    List<ClocksChanged> ordered =
        states.stream()
            .sorted(
                Comparator.comparing(ClocksChanged::ticketId)
                    .thenComparingLong(ClocksChanged::version))
            .toList();
    try (Connection connection = dataSource.getConnection()) {
      List<ClocksChanged> raised = raiseTickets(connection, ordered);
      deleteClocks(connection, raised);
      insertClocks(connection, raised);
    } catch (SQLException e) {
      throw new IllegalStateException("the board could not be written", e);
    }
  }

  private static List<ClocksChanged> raiseTickets(Connection connection, List<ClocksChanged> states)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RAISE_TICKET)) {
      for (ClocksChanged state : states) {
        statement.setObject(1, state.ticketId());
        statement.setLong(2, state.version());
        statement.setObject(3, at(state.asOf()));
        statement.setInt(4, state.facts());
        statement.setString(5, state.reference());
        statement.setString(6, state.account());
        statement.setString(7, name(state.priority()));
        statement.setString(8, name(state.plan()));
        statement.setString(9, state.edition());
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      List<ClocksChanged> raised = new ArrayList<>();
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] > 0) {
          raised.add(states.get(i));
        }
      }
      return raised;
    }
  }

  private static void deleteClocks(Connection connection, List<ClocksChanged> states)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DELETE_CLOCKS)) {
      for (ClocksChanged state : states) {
        statement.setObject(1, state.ticketId());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void insertClocks(Connection connection, List<ClocksChanged> states)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT_CLOCK)) {
      for (ClocksChanged state : states) {
        for (ClockState clock : state.clocks()) {
          statement.setObject(1, state.ticketId());
          statement.setString(2, clock.metric().name());
          statement.setInt(3, clock.cycle());
          statement.setLong(4, state.version());
          statement.setString(5, clock.status().name());
          statement.setObject(6, at(clock.startedAt()));
          statement.setObject(7, at(clock.deadline()));
          statement.setObject(8, millis(clock.remaining()));
          statement.setObject(9, at(clock.stoppedAt()));
          statement.setLong(10, clock.within().toMillis());
          statement.setString(11, clock.calendar());
          statement.setBoolean(12, clock.contractual());
          statement.addBatch();
        }
      }
      statement.executeBatch();
    }
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Long millis(@Nullable Duration duration) {
    return duration == null ? null : duration.toMillis();
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
