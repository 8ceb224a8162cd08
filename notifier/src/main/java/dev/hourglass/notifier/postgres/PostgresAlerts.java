package dev.hourglass.notifier.postgres;

import dev.hourglass.contracts.timing.AlertAcknowledged;
import dev.hourglass.notifier.alert.Acknowledgement;
import dev.hourglass.notifier.alert.Alerts;
import dev.hourglass.notifier.alert.KnownAlert;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Alerts as rows; an acknowledgement and its fact are one transaction. */
@ApplicationScoped
public class PostgresAlerts implements Alerts {

  private static final String REMEMBER =
      "insert into alerts (id, ticket_id, kind, metric, cycle, detected_at)"
          + " values (?1, ?2, ?3, cast(?4 as text), ?5, ?6) on conflict do nothing";

  private final EntityManager entities;
  private final TicketRows tickets;
  private final Speaker speaker;
  private final Commits commits;
  private final MeterRegistry registry;
  private final Clock clock;

  PostgresAlerts(
      EntityManager entities,
      TicketRows tickets,
      Speaker speaker,
      Commits commits,
      MeterRegistry registry,
      Clock clock) {
    this.entities = entities;
    this.tickets = tickets;
    this.speaker = speaker;
    this.commits = commits;
    this.registry = registry;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void remember(KnownAlert alert) {
    entities
        .createNativeQuery(REMEMBER)
        .setParameter(1, alert.id())
        .setParameter(2, alert.ticketId())
        .setParameter(3, alert.kind())
        .setParameter(4, alert.metric() == null ? null : alert.metric().name())
        .setParameter(5, alert.cycle())
        .setParameter(6, alert.detectedAt())
        .executeUpdate();
  }

  @Override
  @Transactional
  public Optional<Acknowledgement> acknowledge(UUID alert, String by) {
    return Optional.ofNullable(entities.find(AlertRow.class, alert))
        .map(row -> acknowledge(row, by));
  }

  private Acknowledgement acknowledge(AlertRow row, String by) {
    if (row.acknowledgedAt == null) {
      TicketRow ticket = tickets.locked(row.ticketId);
      // Somebody else may have been first while we waited for the lock.
      entities.refresh(row);
      if (row.acknowledgedAt == null) {
        record(row, ticket, by);
      }
    }
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
