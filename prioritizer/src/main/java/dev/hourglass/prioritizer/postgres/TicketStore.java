package dev.hourglass.prioritizer.postgres;

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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tickets in PostgreSQL: plain JDBC on the caller's transaction, one round trip a step. */
@ApplicationScoped
public class TicketStore implements Tickets {

  private static final String LOCK =
      """
      insert into tickets (ticket_id, heard_at) values (?, ?)
      on conflict (ticket_id) do update set heard_at = tickets.heard_at
      returning content_sequence, agent_priority, agent_sequence, sequence, latest,
        exists (select 1 from promises
                where promises.ticket_id = tickets.ticket_id and promises.cause = ?)
      """;

  private static final String KEEP =
      """
      update tickets
      set content_sequence = ?, agent_priority = ?, agent_sequence = ?, sequence = ?,
        latest = cast(? as json)
      where ticket_id = ?
      """;

  private static final String KEEP_PROMISE =
      "with kept as ("
          + KEEP
          + " returning ticket_id) insert into promises"
          + " (ticket_id, cause, sequence, event_id, priority, edition, decided_at)"
          + " select ticket_id, ?, ?, ?, ?, ?, ? from kept";

  private static final String CLOSE =
      "update tickets set closed_at = coalesce(closed_at, ?) where ticket_id = ?";

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
  public Locked lock(UUID ticketId, String cause, Instant now) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setObject(1, ticketId);
      lock.setObject(2, utc(now));
      lock.setString(3, cause);
      try (ResultSet result = lock.executeQuery()) {
        result.next();
        String priority = result.getString(2);
        OpenTicket ticket =
            new OpenTicket(
                ticketId,
                result.getLong(1),
                priority == null ? null : Priority.valueOf(priority),
                result.getLong(3),
                result.getLong(4),
                promise(result.getString(5)));
        return new Locked(ticket, result.getBoolean(6));
      }
    } catch (SQLException e) {
      throw new DatabaseException("a ticket could not be locked", e);
    }
  }

  @Override
  public void keep(OpenTicket ticket) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(KEEP)) {
      set(update, ticket);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException("a ticket could not be kept", e);
    }
  }

  @Override
  public void keep(OpenTicket ticket, Event<TicketPrioritized> promise) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(KEEP_PROMISE)) {
      set(update, ticket);
      TicketPrioritized data = promise.data();
      update.setString(7, data.cause());
      update.setLong(8, promise.sequence());
      update.setString(9, promise.id());
      update.setString(10, data.priority().name());
      update.setString(11, data.promise().edition());
      update.setObject(12, utc(promise.time()));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException("a promise could not be kept", e);
    }
  }

  private static void set(PreparedStatement update, OpenTicket ticket) throws SQLException {
    update.setLong(1, ticket.contentSequence());
    update.setString(2, ticket.agentPriority() == null ? null : ticket.agentPriority().name());
    update.setLong(3, ticket.agentSequence());
    update.setLong(4, ticket.sequence());
    update.setString(5, json(ticket.latest()));
    update.setObject(6, ticket.ticketId());
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
      close.executeUpdate();
      forget.setObject(1, longAgo);
      forget.setObject(2, longAgo);
      forget.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException("a ticket could not be closed", e);
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

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
