package dev.hourglass.notifier.postgres;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.timing.AlertAcknowledged;
import dev.hourglass.notifier.alert.Acknowledgement;
import dev.hourglass.notifier.alert.Alerts;
import dev.hourglass.notifier.alert.HeardAlert;
import dev.hourglass.notifier.subscription.AlertTraits;
import dev.hourglass.notifier.subscription.Subscription;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Alerts as rows; an alert and its deliveries are one transaction, an acknowledgement and its fact
 * another.
 */
@ApplicationScoped
public class PostgresAlerts implements Alerts {

  private final AlertRows alerts;
  private final SubscriptionRows subscriptions;
  private final AlertDeliveries deliveries;
  private final TicketRows tickets;
  private final Speaker speaker;
  private final Commits commits;
  private final MeterRegistry registry;
  private final Clock clock;

  PostgresAlerts(
      AlertRows alerts,
      SubscriptionRows subscriptions,
      AlertDeliveries deliveries,
      TicketRows tickets,
      Speaker speaker,
      Commits commits,
      MeterRegistry registry,
      Clock clock) {
    this.alerts = alerts;
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.tickets = tickets;
    this.speaker = speaker;
    this.commits = commits;
    this.registry = registry;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void hear(Event<Alert> event, String document) {
    // One that is known was told to all who had subscribed then.
    if (!alerts.isKnown(UUID.fromString(event.id()))) {
      tellAll(alerts.toHeard(event, document));
    }
  }

  private void tellAll(HeardAlert alert) {
    // They are held before the alert is there: a back-fill, which holds one, may wait for it.
    List<SubscriptionRow> told =
        subscriptions.active().stream()
            .filter(row -> SubscriptionRows.toSubscription(row).wants(alert.traits()))
            .filter(deliveries::hold)
            .toList();
    if (alerts.remember(alert) && !told.isEmpty()) {
      tickets.make(alert.alert().ticketId());
      told.forEach(row -> deliveries.tell(row, alert));
    }
  }

  /**
   * Tells one subscription, whose row the caller holds, of an alert that was said before it was
   * there; hearing it again changes nothing.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void hearFor(SubscriptionRow row, Event<Alert> event, String document) {
    Subscription subscription = SubscriptionRows.toSubscription(row);
    // What is known from elsewhere can only exclude more, and asking for it takes time.
    if (!subscription.wants(AlertTraits.of(event.data()))) {
      return;
    }
    HeardAlert alert = alerts.toHeard(event, document);
    if (alerts.isKnown(alert.id())) {
      alerts.remember(alert);
    } else {
      // Ahead of those who hear it as it comes: once it is known they pass over it.
      tellAll(alert);
    }
    if (subscription.wants(alert.traits())) {
      tickets.make(alert.alert().ticketId());
      deliveries.tell(row, alert);
    }
  }

  @Override
  @Transactional
  public Optional<Acknowledgement> acknowledge(UUID alert, String by) {
    return alerts
        .findByIdOptional(alert)
        .filter(AlertRows::callsSomebody)
        .map(row -> acknowledge(row, by));
  }

  private Acknowledgement acknowledge(AlertRow row, String by) {
    if (row.acknowledgedAt == null) {
      TicketRow ticket = tickets.locked(row.ticketId);
      // Somebody else may have been first while we waited for the lock.
      alerts.getEntityManager().refresh(row);
      if (row.acknowledgedAt == null) {
        record(row, ticket, by);
      }
    }
    return acknowledgement(row);
  }

  static Acknowledgement acknowledgement(AlertRow row) {
    return new Acknowledgement(
        row.id, row.ticketId, row.metric, row.cycle, row.acknowledgedBy, row.acknowledgedAt);
  }

  private void record(AlertRow row, TicketRow ticket, String by) {
    // As the column keeps it, so that the answer is the same the next time.
    row.acknowledgedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    row.acknowledgedBy = by;
    String alert = row.id.toString();
    speaker.say(
        ticket,
        new AlertAcknowledged(row.ticketId, row.acknowledgedAt, alert, row.metric, row.cycle, by),
        alert);
    commits.after(() -> registry.counter("notifier.alerts.acknowledged").increment());
  }
}
