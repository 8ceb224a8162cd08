package dev.hourglass.notifier.alert;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.TicketEscalated;
import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert that somebody may acknowledge.
 *
 * @param kind the name of its event
 * @param metric the clock that it is about; missing where it is about none
 * @param detectedAt when the monitor saw what it says
 */
public record KnownAlert(
    UUID id, UUID ticketId, String kind, @Nullable Metric metric, int cycle, Instant detectedAt) {

  /** The alert that an event is; a breach taken back calls nobody, so it is none. */
  public static Optional<KnownAlert> of(Event<Alert> event) {
    if (event.data() instanceof SlaAtRisk risk) {
      return Optional.of(of(event, risk.metric(), risk.cycle()));
    }
    if (event.data() instanceof SlaBreached breach) {
      return Optional.of(of(event, breach.metric(), breach.cycle()));
    }
    if (event.data() instanceof TicketEscalated escalated) {
      return Optional.of(of(event, escalated.metric(), escalated.cycle()));
    }
    return Optional.empty();
  }

  private static KnownAlert of(Event<Alert> event, @Nullable Metric metric, int cycle) {
    return new KnownAlert(
        UUID.fromString(event.id()),
        event.data().ticketId(),
        event.type(),
        metric,
        cycle,
        event.data().detectedAt());
  }
}
