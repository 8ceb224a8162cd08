package dev.hourglass.contracts.alert;

import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What sla-monitor says to operations teams; the event id is the alert's stable id. */
public sealed interface Alert extends EventData
    permits SlaAtRisk, SlaBreached, SlaBreachWithdrawn, TicketEscalated {

  UUID ticketId();

  /** The clock that it is about; missing where it is about none. */
  @Nullable Metric metric();

  int cycle();

  String reference();

  @Nullable String account();

  /** When the monitor saw it, by its own clock (UTC). */
  Instant detectedAt();

  @Override
  default String subject() {
    return ticketId().toString();
  }
}
