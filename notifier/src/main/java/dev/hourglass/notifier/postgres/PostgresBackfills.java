package dev.hourglass.notifier.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.notifier.alert.PastAlerts;
import dev.hourglass.notifier.subscription.BackfillProgress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Tells new subscriptions of the alerts that were said before. Each step is one transaction that
 * holds the subscription's row and keeps how far it came, so that a restart goes on where it was.
 */
@ApplicationScoped
public class PostgresBackfills {

  private static final Logger LOG = Logger.getLogger(PostgresBackfills.class);

  private final SubscriptionRows subscriptions;
  private final PostgresAlerts alerts;
  private final AlertDeliveries deliveries;
  private final Clock clock;

  PostgresBackfills(
      SubscriptionRows subscriptions,
      PostgresAlerts alerts,
      AlertDeliveries deliveries,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.alerts = alerts;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * Does some of what is to be done.
   *
   * @return whether there was something
   */
  @Transactional
  public boolean step(Supplier<PastAlerts> past) {
    Optional<SubscriptionRow> next = subscriptions.nextBackfill();
    next.ifPresent(row -> step(row, past.get()));
    return next.isPresent();
  }

  private void step(SubscriptionRow row, PastAlerts past) {
    BackfillProgress progress =
        row.backfillProgress == null ? past.begin(row.backfillFrom) : read(row.backfillProgress);
    if (!progress.isDone()) {
      PastAlerts.Batch batch = past.next(progress);
      batch.said().forEach(said -> tell(row, said));
      progress = batch.progress();
    }
    row.backfillProgress = SubscriptionRows.json(progress);
    if (progress.isDone()) {
      row.backfilledAt = clock.instant();
      deliveries.release(row);
    }
  }

  private void tell(SubscriptionRow row, PastAlerts.Said said) {
    try {
      alerts.hearFor(
          row,
          EventJson.read(said.topic(), said.document()),
          new String(said.document(), StandardCharsets.UTF_8));
    } catch (MalformedEventException e) {
      // It went to the dead letters when it was heard.
      LOG.debugf("A record that is no event is passed over: %s", e.getMessage());
    }
  }

  private static BackfillProgress read(String json) {
    try {
      return EventJson.mapper().readValue(json, BackfillProgress.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the progress of a back-fill could not be read", e);
    }
  }
}
