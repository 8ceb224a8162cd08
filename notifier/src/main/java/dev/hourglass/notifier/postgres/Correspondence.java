package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.delivery.Agenda;
import dev.hourglass.notifier.delivery.Causes;
import dev.hourglass.notifier.delivery.DeliveryState;
import dev.hourglass.notifier.delivery.NewDelivery;
import dev.hourglass.notifier.delivery.Wakeup;
import dev.hourglass.notifier.delivery.Wanted;
import dev.hourglass.notifier.ticket.KnownTicket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Remembers what is heard of a ticket and writes the deliveries that follow from it, in one
 * transaction. Whoever changes a ticket holds the lock on its row first, and only then that on a
 * delivery of it.
 */
@ApplicationScoped
public class Correspondence {

  private final TicketRows tickets;
  private final DeliveryRows deliveries;
  private final NewDeliveries newDeliveries;
  private final Agenda agenda;
  private final Clock clock;
  private final Wakeup wakeup;
  private final Commits commits;

  Correspondence(
      TicketRows tickets,
      DeliveryRows deliveries,
      NewDeliveries newDeliveries,
      Agenda agenda,
      Clock clock,
      Wakeup wakeup,
      Commits commits) {
    this.tickets = tickets;
    this.deliveries = deliveries;
    this.newDeliveries = newDeliveries;
    this.agenda = agenda;
    this.clock = clock;
    this.wakeup = wakeup;
    this.commits = commits;
  }

  /** Hears something of a ticket; hearing it again changes nothing. */
  @Transactional
  public void hear(UUID ticketId, UnaryOperator<KnownTicket> hearing) {
    KnownTicket unknown = KnownTicket.unknown(ticketId);
    if (hearing.apply(unknown).equals(unknown)) {
      // It says nothing to anybody who knows nothing, so it says nothing to us: no row, no lock.
      return;
    }
    TicketRow row = tickets.locked(ticketId);
    KnownTicket before = TicketRows.toTicket(row);
    KnownTicket after = hearing.apply(before);
    if (after.equals(before)) {
      return;
    }
    TicketRows.write(after, row);
    follow(after, row);
    commits.after(wakeup::wake);
  }

  private void follow(KnownTicket ticket, TicketRow row) {
    Instant now = clock.instant();
    List<DeliveryRow> pending = deliveries.pending(ticket.id());
    for (DeliveryRow waiting : pending) {
      if (!Agenda.isWanted(ticket, waiting.kind, waiting.cycle)) {
        waiting.state = DeliveryState.WITHDRAWN;
      }
    }
    for (Wanted wanted : agenda.wanted(ticket, now)) {
      Optional<DeliveryRow> waiting =
          pending.stream().filter(each -> isFor(each, wanted)).findFirst();
      if (waiting.isPresent()) {
        pullForward(waiting.get(), wanted);
      } else {
        write(wanted, row);
      }
    }
  }

  private static boolean isFor(DeliveryRow row, Wanted wanted) {
    return row.kind == wanted.kind() && row.cycle == wanted.cycle();
  }

  /** What has failed keeps its backoff; what waits for the promise need not wait any longer. */
  private static void pullForward(DeliveryRow row, Wanted wanted) {
    if (wanted.ready() && row.attempts == 0 && row.dueAt.isAfter(wanted.dueAt())) {
      row.dueAt = wanted.dueAt();
    }
  }

  private void write(Wanted wanted, TicketRow ticket) {
    String recipient = ticket.email == null ? "" : ticket.email.strip();
    List<DeliveryRow> earlier = deliveries.of(ticket.id, wanted.kind(), wanted.cycle());
    if (earlier.stream().anyMatch(each -> each.isServed() || each.recipient.equals(recipient))) {
      return;
    }
    newDeliveries.add(
        new NewDelivery(
            Causes.of(ticket.id, wanted.kind(), wanted.cycle()),
            ticket.id,
            wanted.kind(),
            wanted.cycle(),
            recipient,
            wanted.dueAt()));
  }
}
