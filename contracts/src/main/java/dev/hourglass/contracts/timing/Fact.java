package dev.hourglass.contracts.timing;

import dev.hourglass.contracts.EventData;
import java.time.Instant;
import java.util.UUID;

/**
 * An event in {@code timings}: it starts, stops, pauses or aims a clock. Facts are kept for ever
 * and hold no personal data.
 */
public sealed interface Fact extends EventData
    permits TicketReceived,
        TicketCompleted,
        TicketReplied,
        TicketPaused,
        TicketResumed,
        TicketRestored,
        TicketSolved,
        TicketReopened,
        TicketClosed,
        TicketReprioritized,
        TicketMerged,
        TicketCancelled,
        DeadlineOverridden,
        TicketPrioritized,
        ConfirmationDelivered,
        DeliveryFailed,
        AlertAcknowledged {

  UUID ticketId();

  /** When it happened, in the data's own time (UTC); this is what the clocks count. */
  Instant occurredAt();

  /** Calls the visitor's method for this kind of fact. */
  <R> R accept(FactVisitor<R> visitor);

  @Override
  default String subject() {
    return ticketId().toString();
  }
}
