package dev.hourglass.prioritizer.postgres;

import static dev.hourglass.prioritizer.postgres.Instants.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.prioritizer.TicketConfig;
import dev.hourglass.prioritizer.ticket.OpenTicket;
import dev.hourglass.prioritizer.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tickets in PostgreSQL: plain JDBC on the caller's transaction, one round trip a step. */
@ApplicationScoped
public class TicketStore implements Tickets {

  /**
   * In the order of their ids, so that two who lock the same tickets do not wait for each other.
   */
  private static final String LOCK =
      """
      insert into tickets (ticket_id, heard_at)
      select ticket_id, ? from unnest(?) as asked (ticket_id) order by ticket_id
      on conflict (ticket_id) do update set heard_at = tickets.heard_at
      returning ticket_id, content_sequence, agent_priority, agent_sequence, sequence, latest,
        array(select cause from promises where promises.ticket_id = tickets.ticket_id)
      """;

  private static final String KEEP =
      """
      update tickets
      set content_sequence = ?, agent_priority = ?, agent_sequence = ?, sequence = ?,
        latest = cast(? as json), account = coalesce(?, account)
      where ticket_id = ?
      """;

  private static final String KEEP_PROMISE =
      "with kept as ("
          + KEEP
          + " returning ticket_id) insert into promises"
          + " (ticket_id, cause, sequence, event_id, priority, edition, decided_at)"
          + " select ticket_id, ?, ?, ?, ?, ?, ? from kept";

  /** Also of a ticket whose content is still on its way. */
  private static final String CLOSE =
      """
      insert into tickets (closed_at, ticket_id, heard_at) values (?, ?, ?)
      on conflict (ticket_id) do update
      set closed_at = coalesce(tickets.closed_at, excluded.closed_at)
      """;

  /** One that is opened again counts as newly heard, so that a new edition's next look finds it. */
  private static final String SOLVE =
      """
      insert into tickets (solved_at, ticket_id, heard_at) values (?, ?, ?)
      on conflict (ticket_id) do update
      set solved_at = excluded.solved_at,
        heard_at = case when excluded.solved_at is null and tickets.solved_at is not null
                        then excluded.heard_at else tickets.heard_at end
      """;

  /** Each ticket that ends takes a few with it that are long over: no job of its own. */
  private static final String FORGET =
      """
      delete from tickets where ticket_id in (
        select ticket_id from tickets
        where closed_at < ? or (latest is null and heard_at < ?)
        limit 100 for update skip locked)
      """;

  private static final String LATEST = "select latest from tickets where ticket_id = ?";

  private static final String CORRECT_TEXT =
      """
      insert into corrections (agent_priority, corrected_at, ticket_id, text_priority, confidence,
        review, reasons, decided_at)
      values (?, ?, ?, ?, ?, ?, cast(? as json), ?)
      on conflict (ticket_id) do update set text_priority = excluded.text_priority,
        confidence = excluded.confidence, review = excluded.review, reasons = excluded.reasons,
        decided_at = excluded.decided_at, agent_priority = excluded.agent_priority,
        corrected_at = excluded.corrected_at
      """;

  private static final String CORRECT_AGENT =
      "update corrections set agent_priority = ?, corrected_at = ? where ticket_id = ?";

  private final DataSource dataSource;
  private final TicketConfig config;

  @Inject
  public TicketStore(DataSource dataSource, TicketConfig config) {
    this.dataSource = dataSource;
    this.config = config;
  }

  @Override
  public Map<UUID, Locked> lock(Map<UUID, String> causes, Instant now) {
    if (causes.isEmpty()) {
      return Map.of();
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setObject(1, utc(now));
      lock.setArray(2, connection.createArrayOf("uuid", causes.keySet().toArray()));
      Map<UUID, Locked> locked = new HashMap<>();
      try (ResultSet result = lock.executeQuery()) {
        while (result.next()) {
          OpenTicket ticket = ticket(result);
          List<?> known = Arrays.asList((Object[]) result.getArray(7).getArray());
          locked.put(
              ticket.ticketId(), new Locked(ticket, known.contains(causes.get(ticket.ticketId()))));
        }
      }
      return locked;
    } catch (SQLException e) {
      throw new DatabaseException("tickets could not be locked", e);
    }
  }

  private static OpenTicket ticket(ResultSet result) throws SQLException {
    String priority = result.getString(3);
    return new OpenTicket(
        result.getObject(1, UUID.class),
        result.getLong(2),
        priority == null ? null : Priority.valueOf(priority),
        result.getLong(4),
        result.getLong(5),
        promise(result.getString(6)));
  }

  @Override
  public void keep(List<Kept> heard) {
    try (Connection connection = dataSource.getConnection()) {
      keep(connection, KEEP, heard.stream().filter(kept -> kept.promise() == null).toList());
      keep(
          connection, KEEP_PROMISE, heard.stream().filter(kept -> kept.promise() != null).toList());
    } catch (SQLException e) {
      throw new DatabaseException("tickets could not be kept", e);
    }
  }

  private static void keep(Connection connection, String statement, List<Kept> heard)
      throws SQLException {
    if (heard.isEmpty()) {
      return;
    }
    try (PreparedStatement update = connection.prepareStatement(statement)) {
      for (Kept kept : heard) {
        set(update, kept.ticket());
        if (kept.promise() != null) {
          set(update, kept.promise());
        }
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private static void set(PreparedStatement update, Event<TicketPrioritized> promise)
      throws SQLException {
    TicketPrioritized data = promise.data();
    update.setString(8, data.cause());
    update.setLong(9, promise.sequence());
    update.setString(10, promise.id());
    update.setString(11, data.priority().name());
    update.setString(12, data.promise().edition());
    update.setObject(13, utc(promise.time()));
  }

  private static void set(PreparedStatement update, OpenTicket ticket) throws SQLException {
    update.setLong(1, ticket.contentSequence());
    update.setString(2, ticket.agentPriority() == null ? null : ticket.agentPriority().name());
    update.setLong(3, ticket.agentSequence());
    update.setLong(4, ticket.sequence());
    update.setString(5, json(ticket.latest()));
    update.setString(6, ticket.latest() == null ? null : ticket.latest().basis().account());
    update.setObject(7, ticket.ticketId());
  }

  @Override
  public void correct(TicketPrioritized before, Priority byAgent, Instant at) {
    boolean byText = before.confidence() != null;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement correct =
            connection.prepareStatement(byText ? CORRECT_TEXT : CORRECT_AGENT)) {
      correct.setString(1, byAgent.name());
      correct.setObject(2, utc(at));
      correct.setObject(3, before.ticketId());
      if (byText) {
        correct.setString(4, before.priority().name());
        correct.setDouble(5, before.confidence());
        correct.setBoolean(6, before.review());
        correct.setString(7, json(before.reasons()));
        correct.setObject(8, utc(before.occurredAt()));
      }
      correct.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException("a correction could not be kept", e);
    }
  }

  @Override
  public void close(UUID ticketId, Instant at) {
    OffsetDateTime longAgo = utc(at.minus(config.keepFor()));
    try (Connection connection = dataSource.getConnection();
        PreparedStatement close = connection.prepareStatement(CLOSE);
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      close.setObject(1, utc(at));
      close.setObject(2, ticketId);
      close.setObject(3, utc(at));
      close.executeUpdate();
      forget.setObject(1, longAgo);
      forget.setObject(2, longAgo);
      forget.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException("a ticket could not be closed", e);
    }
  }

  @Override
  public void solve(UUID ticketId, boolean solved, Instant at) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement solve = connection.prepareStatement(SOLVE)) {
      solve.setObject(1, solved ? utc(at) : null, Types.TIMESTAMP_WITH_TIMEZONE);
      solve.setObject(2, ticketId);
      solve.setObject(3, utc(at));
      solve.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException("a ticket could not be solved or reopened", e);
    }
  }

  @Override
  public Optional<TicketPrioritized> latest(UUID ticketId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(LATEST)) {
      select.setObject(1, ticketId);
      try (ResultSet result = select.executeQuery()) {
        return result.next() ? Optional.ofNullable(promise(result.getString(1))) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseException("a promise could not be read", e);
    }
  }

  private static @Nullable TicketPrioritized promise(@Nullable String json) {
    try {
      return json == null ? null : EventJson.mapper().readValue(json, TicketPrioritized.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored promise could not be read", e);
    }
  }

  private static @Nullable String json(@Nullable Object promise) {
    try {
      return promise == null ? null : EventJson.mapper().writeValueAsString(promise);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a promise could not be written as JSON", e);
    }
  }
}
