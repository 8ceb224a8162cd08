package dev.hourglass.prioritizer.postgres;

import static dev.hourglass.prioritizer.postgres.Instants.utc;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.outbox.Outbox;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.prioritizer.PromiseCount;
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
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final Place BEFORE_ALL = new Place(Instant.EPOCH, new UUID(0, 0), false);

  /** Tickets heard so short before a look began may not have been promised anything then. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /**
   * The next open tickets whose promise is of an older edition, in the order in which they were
   * heard; locked in the order of their ids, as everybody locks them, and whether they are still
   * open then. An account that pins an edition keeps it, and so does a solved ticket.
   */
  private static final String NEXT =
      """
      with next as materialized (
        select heard_at, ticket_id from tickets
        where closed_at is null and solved_at is null and latest is not null
          and (heard_at, ticket_id) > (?, ?)
          and latest -> 'promise' ->> 'edition' = any (array(
            select older.id from editions older, editions newer
            where newer.id = ?
              and (older.effective_from, older.id) < (newer.effective_from, newer.id)))
          and not exists (
            select 1 from accounts where number = tickets.account and edition is not null)
        order by heard_at, ticket_id limit ?)
      select next.heard_at, ticket_id, closed_at is null and solved_at is null
      from tickets join next using (ticket_id)
      order by ticket_id for update of tickets
      """;

  private static final String LAST_LOOK = "select looked_at from editions where id = ?";
  private static final String LOOKED = "update editions set looked_at = ? where id = ?";

  /** How far a look has come, in the order of a look. */
  private record Place(Instant heardAt, UUID ticketId, boolean open) {}

  /** The database orders ids as their texts are. */
  private static final Comparator<Place> IN_ORDER =
      Comparator.comparing(Place::heardAt).thenComparing(place -> place.ticketId().toString());

  private final DataSource dataSource;
  private final Tickets tickets;
  private final Editions editions;
  private final Outbox outbox;
  private final PromiseCount count;

  @Inject
  public OpenTicketStore(
      DataSource dataSource,
      Tickets tickets,
      Editions editions,
      Outbox outbox,
      PromiseCount count) {
    this.count = count;
    this.dataSource = dataSource;
    this.tickets = tickets;
    this.editions = editions;
    this.outbox = outbox;
  }

  @Override
  public void repromise(String edition, Instant now) {
    Edition newer = editions.edition(edition);
    String cause = editions.publishedAs(edition);
    Place last = QuarkusTransaction.requiringNew().call(() -> lastLook(edition));
    Batch batch;
    int promised = 0;
    do {
      Place after = last;
      batch = QuarkusTransaction.requiringNew().call(() -> batch(newer, cause, after, now));
      count.said(batch.promises());
      promised += batch.promises().size();
      last = batch.places().stream().max(IN_ORDER).orElse(last);
    } while (batch.places().size() == BATCH);
    QuarkusTransaction.requiringNew().run(() -> looked(edition, now));
    if (promised > 0) {
      LOG.infof("%d open tickets were promised anew under edition %s", promised, edition);
    }
  }

  /** The places that were looked at, and what was promised there. */
  private record Batch(List<Place> places, List<Event<TicketPrioritized>> promises) {}

  private Batch batch(Edition newer, String cause, Place after, Instant now) {
    List<Place> places = next(newer.id(), after);
    Map<UUID, String> causes = new LinkedHashMap<>();
    places.stream().filter(Place::open).forEach(place -> causes.put(place.ticketId(), cause));
    List<Tickets.Kept> kept = new ArrayList<>();
    for (Tickets.Locked locked : tickets.lock(causes, now).values()) {
      TicketPrioritized before = locked.ticket().latest();
      if (before != null && !locked.causeKnown()) {
        Edition older = editions.edition(before.promise().edition());
        kept.add(NewEdition.repromise(locked.ticket(), older, newer, cause, now));
      }
    }
    tickets.keep(kept);
    List<Event<TicketPrioritized>> promises = kept.stream().map(Tickets.Kept::promise).toList();
    outbox.append(Topics.TIMINGS, promises);
    return new Batch(places, promises);
  }

  private List<Place> next(String edition, Place after) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(NEXT)) {
      select.setObject(1, utc(after.heardAt()));
      select.setObject(2, after.ticketId());
      select.setString(3, edition);
      select.setInt(4, BATCH);
      List<Place> places = new ArrayList<>();
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          Instant heardAt = Instants.get(result, 1);
          places.add(new Place(heardAt, result.getObject(2, UUID.class), result.getBoolean(3)));
        }
      }
      return places;
    } catch (SQLException e) {
      throw new DatabaseException("open tickets could not be read", e);
    }
  }

  private Place lastLook(String edition) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(LAST_LOOK)) {
      select.setString(1, edition);
      try (ResultSet result = select.executeQuery()) {
        OffsetDateTime at = result.next() ? result.getObject(1, OffsetDateTime.class) : null;
        return at == null
            ? BEFORE_ALL
            : new Place(at.toInstant().minus(MARGIN), BEFORE_ALL.ticketId(), false);
      }
    } catch (SQLException e) {
      throw new DatabaseException("a look for open tickets could not be read", e);
    }
  }

  private void looked(String edition, Instant at) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(LOOKED)) {
      update.setObject(1, utc(at));
      update.setString(2, edition);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException("a look for open tickets could not be kept", e);
    }
  }
}
