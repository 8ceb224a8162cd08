package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.delivery.Patience;
import dev.hourglass.notifier.delivery.Pause;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Who asked us for patience, for all instances. What waits for a provider that pauses is put off as
 * a whole, so that nobody has to look through it to find what may go.
 */
@ApplicationScoped
public class Providers {

  /** Stands for our own relay, for which all mails wait. */
  static final String OUR_RELAY = "*";

  /** Not all at the very end of a pause. */
  private static final int SPREAD_SECONDS = 5;

  private static final Duration GRACE = Duration.ofSeconds(15);
  private static final int MOST_AT_ONCE = 1_000;

  private static final String READ =
      "select since, paused_until from providers where domain = ? for update";
  private static final String WRITE =
      "insert into providers (domain, since, paused_until, reason) values (?, ?, ?, ?)"
          + " on conflict (domain) do update set since = excluded.since,"
          + " paused_until = excluded.paused_until, reason = excluded.reason";
  private static final String FORGET = "delete from providers where domain = ?";
  private static final String FORGET_OLD = "delete from providers where paused_until < ?";
  private static final String ALL = "select domain, paused_until from providers";

  private static final String PUT_OFF =
      "update deliveries d set due_at = late.until + random() * ? * interval '1 second'"
          + " from (select w.id, p.paused_until as until from providers p join deliveries w"
          + " on w.state = 'PENDING' and w.provider = p.domain and w.due_at <= p.paused_until"
          + " where p.paused_until > ? for update of w skip locked) late where d.id = late.id";

  private static final String PUT_OFF_ALL =
      "update deliveries d set due_at = late.until + random() * ? * interval '1 second'"
          + " from (select w.id, p.paused_until as until from providers p join deliveries w"
          + " on w.state = 'PENDING' and w.provider <> '' and w.due_at <= p.paused_until"
          + " where p.domain = '*' and p.paused_until > ? for update of w skip locked) late"
          + " where d.id = late.id";

  private static final String PACE =
      "update deliveries d set due_at = cast(? as timestamptz)"
          + " + paced.n * ? * interval '1 microsecond'"
          + " from (select id, row_number() over (order by due_at) as n from (select id, due_at"
          + " from deliveries where state = 'PENDING' and provider = ? and due_at <= ?"
          + " order by due_at limit ? for update skip locked) due) paced where d.id = paced.id";

  private final DataSource dataSource;

  /** Until when, as far as this instance knows; looked at anew every second. */
  private volatile Map<String, Instant> pausing = Map.of();

  private volatile Instant looked = Instant.EPOCH;

  Providers(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Leaves a provider alone, in the caller's transaction; until when. */
  Instant pause(String domain, String reason, Patience patience, Instant now) {
    try (Connection connection = dataSource.getConnection()) {
      Pause pause = patience.after(before(connection, domain), now);
      execute(connection, WRITE, domain, utc(pause.since()), utc(pause.until()), reason);
      putOff(connection, now);
      Map<String, Instant> more = new HashMap<>(pausing);
      more.put(domain, pause.until());
      pausing = Map.copyOf(more);
      return pause.until();
    } catch (SQLException e) {
      throw new IllegalStateException("a pause could not be written", e);
    }
  }

  /** Something was accepted: the next pause starts small again. */
  void accepted(String domain) {
    if (!pausing.containsKey(domain) && !pausing.containsKey(OUR_RELAY)) {
      return;
    }
    try (Connection connection = dataSource.getConnection()) {
      execute(connection, FORGET, domain);
      execute(connection, FORGET, OUR_RELAY);
      Map<String, Instant> fewer = new HashMap<>(pausing);
      fewer.remove(domain);
      fewer.remove(OUR_RELAY);
      pausing = Map.copyOf(fewer);
    } catch (SQLException e) {
      throw new IllegalStateException("the end of a pause could not be written", e);
    }
  }

  /** Puts off what is due to a provider at a distance of {@code step}, the first at {@code at}. */
  void pace(String domain, Instant at, Duration step, Instant now) {
    try (Connection connection = dataSource.getConnection()) {
      execute(connection, PACE, utc(at), step.toNanos() / 1_000, domain, utc(now), MOST_AT_ONCE);
    } catch (SQLException e) {
      throw new IllegalStateException("deliveries could not be put off", e);
    }
  }

  /** Puts off what has come in for pausing providers, and learns what other instances wrote. */
  void look(Instant now) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement all = connection.prepareStatement(ALL);
        ResultSet found = all.executeQuery()) {
      Map<String, Instant> domains = new HashMap<>();
      while (found.next()) {
        domains.put(found.getString(1), instant(found, 2));
      }
      pausing = Map.copyOf(domains);
      looked = now;
      if (!domains.isEmpty()) {
        putOff(connection, now);
      }
    }
  }

  /** Forgets whom nothing was sent to since long before. */
  void forget(Instant before) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      execute(connection, FORGET_OLD, utc(before));
    }
  }

  /** How many are left alone. */
  int pausing() {
    return (int)
        pausing.entrySet().stream()
            .filter(each -> !each.getKey().equals(OUR_RELAY) && isLate(each.getValue()))
            .count();
  }

  /** Whether our own relay does not let us in. */
  boolean isRelayClosed() {
    Instant until = pausing.get(OUR_RELAY);
    return until != null && isLate(until);
  }

  /** What waits is tried at the end of a pause; had it failed, there would be another by now. */
  private boolean isLate(Instant until) {
    return until.plus(GRACE).isAfter(looked);
  }

  private static void putOff(Connection connection, Instant now) throws SQLException {
    execute(connection, PUT_OFF, SPREAD_SECONDS, utc(now));
    execute(connection, PUT_OFF_ALL, SPREAD_SECONDS, utc(now));
  }

  private static @Nullable Pause before(Connection connection, String domain) throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(READ)) {
      read.setString(1, domain);
      try (ResultSet found = read.executeQuery()) {
        return found.next() ? new Pause(instant(found, 1), instant(found, 2)) : null;
      }
    }
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
