package dev.hourglass.ticketintake.postgres;

import static dev.hourglass.ticketintake.postgres.IdempotencyKeys.utc;

import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.ticketintake.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The hot path: a new ticket, and the client's key if there is one, in a single round trip of plain
 * JDBC. (Through the entity it is two, and Hibernate's flush on top.)
 */
@ApplicationScoped
public class TicketInsert {

  private static final String TICKET =
      "insert into tickets (id, reference, account, requester_email, requester_name,"
          + " requester_role, channel, queue, subject, description, impact, workaround, locale,"
          + " proper, status, cycle, received_at, updated_at, tickets_sequence, timings_sequence,"
          + " mail) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)"
          + " on conflict (reference) do nothing";
  private static final String UNKEYED = TICKET + " returning 1";
  private static final String KEYED =
      "with claim as (insert into idempotency_keys"
          + " (scope, key, body_hash, kept_since, status, ticket_id, answer)"
          + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning 1) "
          + TICKET
          + " returning (select count(*) from claim)";

  private final DataSource dataSource;

  TicketInsert(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** How it went; anything but DONE must be rolled back. */
  enum Outcome {
    DONE,
    /** Another ticket has the reference. */
    REFERENCE_TAKEN,
    /** Some request has had the key before. */
    KEY_TAKEN
  }

  /** Writes the ticket and, if there is a key, the answer beside it. */
  Outcome insert(
      Ticket ticket,
      Sequences sequences,
      @Nullable KeyedRequest request,
      Answer answer,
      Instant now) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(request == null ? UNKEYED : KEYED)) {
      int column = request == null ? 1 : key(insert, request, answer, now);
      ticket(insert, column, ticket, sequences);
      try (ResultSet inserted = insert.executeQuery()) {
        if (!inserted.next()) {
          return Outcome.REFERENCE_TAKEN;
        }
        return inserted.getLong(1) == 1 ? Outcome.DONE : Outcome.KEY_TAKEN;
      }
    } catch (SQLException e) {
      throw new StorageFailed("a ticket could not be stored", e);
    }
  }

  private static int key(PreparedStatement insert, KeyedRequest request, Answer answer, Instant now)
      throws SQLException {
    int column = 1;
    insert.setString(column++, request.scope());
    insert.setString(column++, request.key());
    insert.setBytes(column++, request.bodyHash());
    insert.setObject(column++, utc(now));
    insert.setInt(column++, answer.status());
    insert.setObject(column++, answer.ticketId());
    insert.setString(column++, answer.body());
    return column;
  }

  private static void ticket(
      PreparedStatement insert, int first, Ticket ticket, Sequences sequences) throws SQLException {
    TicketContent content = ticket.content();
    int column = first;
    insert.setObject(column++, ticket.id());
    insert.setString(column++, content.reference());
    insert.setString(column++, content.account());
    insert.setString(column++, content.requester().email());
    insert.setString(column++, content.requester().name());
    insert.setString(column++, name(content.requester().role()));
    insert.setString(column++, name(content.channel()));
    insert.setString(column++, name(content.queue()));
    insert.setString(column++, content.subject());
    insert.setString(column++, content.description());
    insert.setString(column++, name(content.impact()));
    insert.setString(column++, name(content.workaround()));
    insert.setString(column++, content.locale());
    insert.setBoolean(column++, content.proper());
    insert.setString(column++, name(ticket.state().status()));
    insert.setInt(column++, ticket.cycle());
    insert.setObject(column++, utc(ticket.receivedAt()));
    insert.setObject(column++, utc(ticket.updatedAt()));
    insert.setLong(column++, sequences.tickets());
    insert.setLong(column++, sequences.timings());
    insert.setString(column, TicketRow.written(content.mail()));
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
