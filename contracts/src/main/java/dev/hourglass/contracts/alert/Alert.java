package dev.hourglass.contracts.alert;

import dev.hourglass.contracts.EventData;
import java.time.Instant;
import java.util.UUID;

/** What sla-monitor says to operations teams; the event id is the alert's stable id. */
public sealed interface Alert extends EventData
    permits SlaAtRisk, SlaBreached, SlaBreachWithdrawn, TicketEscalated {

  UUID ticketId();

  /** When the monitor saw it, by its own clock (UTC). */
  Instant detectedAt();

  @Override
  default String subject() {
    return ticketId().toString();
  }
}
