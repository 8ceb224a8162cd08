package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.NotifierConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Counts what waits, for the metrics, takes over from workers that are gone, and forgets whom it
 * wrote to long ago.
 */
@ApplicationScoped
public class Housekeeping {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class);
  private static final long RECLAIM_SECONDS = 1;
  private static final long COUNT_SECONDS = 5;
  private static final long FORGET_SECONDS = 3_600;

  private static final Duration FORGET_NOTICES = Duration.ofDays(90);
  private static final Duration FORGET_PROVIDERS = Duration.ofDays(1);

  private static final String WAITING =
      "select count(*), min(due_at) from deliveries where state in ('PENDING', 'SENDING')";
  private static final String FORGET_RECIPIENTS =
      "update deliveries set recipient = 'forgotten ' || id where recipient not like 'forgotten %'"
          + " and ticket_id in (select id from tickets where email is not null and closed_at < ?)";
  private static final String FORGET_BOUNCES = "delete from bounces where heard_at < ?";
  private static final String FORGET_ALERTS = "delete from alerts where detected_at < ?";
  private static final String FORGET_REQUESTERS =
      "update tickets set email = null, name = null, subject = null,"
          + " mail_id = null, mail_references = null"
          + " where email is not null and closed_at < ?";

  private final DataSource dataSource;
  private final PostgresDeliveries deliveries;
  private final Providers providers;
  private final NotifierConfig config;
  private final Clock clock;
  private final AtomicLong pending = new AtomicLong();
  private final AtomicLong overdueMillis = new AtomicLong();
  private ScheduledExecutorService executor;

  Housekeeping(
      DataSource dataSource,
      PostgresDeliveries deliveries,
      Providers providers,
      NotifierConfig config,
      Clock clock,
      MeterRegistry registry) {
    this.dataSource = dataSource;
    this.deliveries = deliveries;
    this.providers = providers;
    this.config = config;
    this.clock = clock;
    registry.gauge("notifier.deliveries.pending", pending);
    registry.gauge("notifier.providers.pausing", providers, Providers::pausing);
    registry.gauge("notifier.relay.closed", providers, p -> p.isRelayClosed() ? 1 : 0);
    registry.gauge(
        "notifier.deliveries.overdue.seconds", overdueMillis, millis -> millis.get() / 1e3);
  }

  void start(@Observes StartupEvent event) {
    executor = Executors.newSingleThreadScheduledExecutor();
    every(RECLAIM_SECONDS, deliveries::reclaim);
    every(RECLAIM_SECONDS, () -> providers.look(clock.instant()));
    every(COUNT_SECONDS, this::count);
    every(FORGET_SECONDS, () -> forget(clock.instant()));
  }

  void stop(@Observes ShutdownEvent event) {
    executor.shutdownNow();
  }

  /**
   * Forgets the requesters of tickets that were closed long before {@code now}, and the alerts that
   * were said long before it.
   */
  public void forget(Instant now) throws SQLException {
    OffsetDateTime before = now.minus(config.tickets().forgetAfter()).atOffset(ZoneOffset.UTC);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement recipients = connection.prepareStatement(FORGET_RECIPIENTS);
        PreparedStatement requesters = connection.prepareStatement(FORGET_REQUESTERS);
        PreparedStatement bounces = connection.prepareStatement(FORGET_BOUNCES);
        PreparedStatement alerts = connection.prepareStatement(FORGET_ALERTS)) {
      recipients.setObject(1, before);
      recipients.executeUpdate();
      requesters.setObject(1, before);
      requesters.executeUpdate();
      alerts.setObject(1, now.minus(config.alerts().forgetAfter()).atOffset(ZoneOffset.UTC));
      alerts.executeUpdate();
      bounces.setObject(1, now.minus(FORGET_NOTICES).atOffset(ZoneOffset.UTC));
      bounces.executeUpdate();
      providers.forget(now.minus(FORGET_PROVIDERS));
    }
  }

  private void count() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement waiting = connection.prepareStatement(WAITING);
        ResultSet result = waiting.executeQuery()) {
      result.next();
      pending.set(result.getLong(1));
      OffsetDateTime oldest = result.getObject(2, OffsetDateTime.class);
      long overdue =
          oldest == null ? 0 : Duration.between(oldest.toInstant(), clock.instant()).toMillis();
      overdueMillis.set(Math.max(0, overdue));
    }
  }

  private void every(long seconds, Chore chore) {
    executor.scheduleWithFixedDelay(
        () -> {
          try {
            chore.run();
          } catch (SQLException | RuntimeException e) {
            // The workers tell of a database that is away; here the next round tries again.
            LOG.debugf("A chore failed and is done again in %d s: %s", seconds, e);
          }
        },
        0,
        seconds,
        TimeUnit.SECONDS);
  }

  private interface Chore {
    void run() throws SQLException;
  }
}
