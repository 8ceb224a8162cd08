package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.NotifierConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * How many messages a customer gets within an hour, whatever happens to their tickets (R24). Exact
 * also across instances: who counts for a recipient holds the lock on that recipient until what it
 * writes is there to be counted.
 */
@ApplicationScoped
public class RecipientCaps {

  /** Why a delivery over the cap is suppressed. */
  public static final String REASON = "RECIPIENT_CAP";

  private static final Duration WITHIN = Duration.ofHours(1);

  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('recipient ' || lower(?), 0))";
  private static final String COUNT =
      "select count(*) from deliveries where lower(recipient) = lower(?) and created_at > ?"
          + " and kind not like 'ALERT%' and state not in ('SUPPRESSED', 'WITHDRAWN')"
          // A survey that waits may never go: the cool-down bounds these, right before they are
          // sent.
          + " and (kind not like 'SURVEY%' or sent_at is not null)";

  private final DataSource dataSource;
  private final int cap;

  RecipientCaps(DataSource dataSource, NotifierConfig config) {
    this.dataSource = dataSource;
    this.cap = config.mail().capPerHour();
  }

  /**
   * Whether a recipient has had all that it may have, in the caller's transaction. What was written
   * exactly an hour before {@code now} does not count any more.
   */
  boolean isReached(String recipient, Instant now) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement lock = connection.prepareStatement(LOCK);
        PreparedStatement count = connection.prepareStatement(COUNT)) {
      lock.setString(1, recipient);
      lock.execute();
      count.setString(1, recipient);
      count.setObject(2, now.minus(WITHIN).atOffset(ZoneOffset.UTC));
      try (ResultSet counted = count.executeQuery()) {
        counted.next();
        return counted.getInt(1) >= cap;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a recipient's messages could not be counted", e);
    }
  }
}
