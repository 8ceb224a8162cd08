package dev.hourglass.prioritizer.postgres;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.outbox.Outbox;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.prioritizer.edition.Editions;
import dev.hourglass.prioritizer.ticket.NewEdition;
import dev.hourglass.prioritizer.ticket.OpenTickets;
import dev.hourglass.prioritizer.ticket.Tickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Promises open tickets anew: batch by batch, each a transaction of its own, so that whoever is
 * killed goes on where the last one ended.
 */
@ApplicationScoped
public class OpenTicketStore implements OpenTickets {

  private static final Logger LOG = Logger.getLogger(OpenTicketStore.class);
  private static final int BATCH = 200;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /**
   * The next open tickets, locked, whose promise is of an older edition. An account that pins an
   * edition keeps it. Tickets heard a minute before the last look began may not have been promised
   * anything then.
   */
  private static final String NEXT =
      """
      select ticket_id from tickets
      where closed_at is null and latest is not null and ticket_id > ?
        and heard_at >= coalesce(
          (select looked_at - interval '1 minute' from editions where id = ?), '-infinity')
        and exists (
          select 1 from editions older, editions newer
          where older.id = tickets.latest -> 'promise' ->> 'edition' and newer.id = ?
            and (older.effective_from, older.id) < (newer.effective_from, newer.id))
        and not exists (
          select 1 from accounts
          where number = tickets.latest -> 'basis' ->> 'account' and edition is not null)
      order by ticket_id limit ? for update of tickets
      """;

  private static final String LOOKED = "update editions set looked_at = ? where id = ?";

  private final DataSource dataSource;
  private final Tickets tickets;
  private final Editions editions;
  private final Outbox outbox;

  @Inject
  public OpenTicketStore(DataSource dataSource, Tickets tickets, Editions editions, Outbox outbox) {
    this.dataSource = dataSource;
    this.tickets = tickets;
    this.editions = editions;
    this.outbox = outbox;
  }

  @Override
  public void repromise(String edition, Instant now) {
    Edition newer = editions.edition(edition);
    String cause = editions.publishedAs(edition);
    UUID last = BEFORE_ALL;
    List<UUID> batch;
    int count = 0;
    do {
      UUID after = last;
      batch = QuarkusTransaction.requiringNew().call(() -> batch(newer, cause, after, now));
      count += batch.size();
      last = batch.isEmpty() ? last : batch.get(batch.size() - 1);
    } while (batch.size() == BATCH);
    QuarkusTransaction.requiringNew().run(() -> looked(edition, now));
    if (count > 0) {
      LOG.infof("%d open tickets were promised anew under edition %s", count, edition);
    }
  }

  private List<UUID> batch(Edition newer, String cause, UUID after, Instant now) {
    List<UUID> ids = next(newer.id(), after);
    for (UUID id : ids) {
      Tickets.Locked locked = tickets.lock(id, cause, now);
      TicketPrioritized before = locked.ticket().latest();
      if (before != null && !locked.causeKnown()) {
        Edition older = editions.edition(before.promise().edition());
        Event<TicketPrioritized> said =
            NewEdition.repromise(tickets, locked.ticket(), older, newer, cause, now);
        outbox.append(Topics.TIMINGS, said);
      }
    }
    return ids;
  }

  private List<UUID> next(String edition, UUID after) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(NEXT)) {
      select.setObject(1, after);
      select.setString(2, edition);
      select.setString(3, edition);
      select.setInt(4, BATCH);
      List<UUID> ids = new ArrayList<>();
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          ids.add(result.getObject(1, UUID.class));
        }
      }
      return ids;
    } catch (SQLException e) {
      throw new DatabaseException("open tickets could not be read", e);
    }
  }

  private void looked(String edition, Instant at) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(LOOKED)) {
      update.setObject(1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
      update.setString(2, edition);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException("a look for open tickets could not be kept", e);
    }
  }
}
