package dev.hourglass.notifier.ticket;

import dev.hourglass.contracts.timing.AlertAcknowledged;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.DeadlineOverridden;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.contracts.timing.FactVisitor;
import dev.hourglass.contracts.timing.TicketCancelled;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.contracts.timing.TicketCompleted;
import dev.hourglass.contracts.timing.TicketMerged;
import dev.hourglass.contracts.timing.TicketPaused;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketReopened;
import dev.hourglass.contracts.timing.TicketReplied;
import dev.hourglass.contracts.timing.TicketReprioritized;
import dev.hourglass.contracts.timing.TicketRestored;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.contracts.timing.TicketSolved;

/** What each kind of fact means to notifier; most mean nothing. */
record Hearing(KnownTicket known, long sequence) implements FactVisitor<KnownTicket> {

  @Override
  public KnownTicket on(TicketReceived fact) {
    return known.received(fact.occurredAt());
  }

  @Override
  public KnownTicket on(TicketCompleted fact) {
    return known.completed(fact.occurredAt());
  }

  @Override
  public KnownTicket on(TicketPrioritized fact) {
    return known.promised(fact, sequence);
  }

  @Override
  public KnownTicket on(TicketSolved fact) {
    return fact.cycle() < known.cycle() ? known : known.inCycle(fact.cycle(), fact.occurredAt());
  }

  @Override
  public KnownTicket on(TicketReopened fact) {
    return fact.cycle() <= known.cycle() ? known : known.inCycle(fact.cycle(), null);
  }

  @Override
  public KnownTicket on(TicketClosed fact) {
    return known.closed(fact.occurredAt());
  }

  @Override
  public KnownTicket on(TicketCancelled fact) {
    return known.withdrawnNow();
  }

  @Override
  public KnownTicket on(TicketMerged fact) {
    return known.withdrawnNow();
  }

  @Override
  public KnownTicket on(TicketReplied fact) {
    return known;
  }

  @Override
  public KnownTicket on(TicketPaused fact) {
    return known;
  }

  @Override
  public KnownTicket on(TicketResumed fact) {
    return known;
  }

  @Override
  public KnownTicket on(TicketRestored fact) {
    return known;
  }

  @Override
  public KnownTicket on(TicketReprioritized fact) {
    return known;
  }

  @Override
  public KnownTicket on(DeadlineOverridden fact) {
    return known;
  }

  @Override
  public KnownTicket on(ConfirmationDelivered fact) {
    return known;
  }

  @Override
  public KnownTicket on(DeliveryFailed fact) {
    return known;
  }

  @Override
  public KnownTicket on(AlertAcknowledged fact) {
    return known;
  }
}
