package dev.hourglass.contracts.timing;

/**
 * One method per kind of fact, so that a new kind does not compile until everybody has said what it
 * means.
 */
public interface FactVisitor<R> {

  R on(TicketReceived fact);

  R on(TicketCompleted fact);

  R on(TicketReplied fact);

  R on(TicketPaused fact);

  R on(TicketResumed fact);

  R on(TicketRestored fact);

  R on(TicketSolved fact);

  R on(TicketReopened fact);

  R on(TicketClosed fact);

  R on(TicketReprioritized fact);

  R on(TicketMerged fact);

  R on(TicketCancelled fact);

  R on(DeadlineOverridden fact);

  R on(TicketPrioritized fact);

  R on(ConfirmationDelivered fact);

  R on(DeliveryFailed fact);

  R on(AlertAcknowledged fact);
}
