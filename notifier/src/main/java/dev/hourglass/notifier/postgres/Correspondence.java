package dev.hourglass.notifier.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.notifier.delivery.AddressBook;
import dev.hourglass.notifier.delivery.Agenda;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryState;
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
 * transaction. Whoever changes a ticket holds the lock on its row first, and never waits for the
 * lock on a delivery: a worker holds that while it sends, and then wants the ticket's.
 */
@ApplicationScoped
public class Correspondence {

  private final TicketRows tickets;
  private final DeliveryRows deliveries;
  private final Speaker speaker;
  private final Agenda agenda;
  private final AddressBook addresses;
  private final Clock clock;
  private final Wakeup wakeup;
  private final Commits commits;
  private final Journal journal;

  Correspondence(
      TicketRows tickets,
      DeliveryRows deliveries,
      Speaker speaker,
      Agenda agenda,
      AddressBook addresses,
      Clock clock,
      Wakeup wakeup,
      Commits commits,
      Journal journal) {
    this.tickets = tickets;
    this.deliveries = deliveries;
    this.speaker = speaker;
    this.agenda = agenda;
    this.addresses = addresses;
    this.clock = clock;
    this.wakeup = wakeup;
    this.commits = commits;
    this.journal = journal;
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
        write(wanted, row, now);
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

  private void write(Wanted wanted, TicketRow ticket, Instant now) {
    String recipient = ticket.email == null ? "" : ticket.email.strip();
    List<DeliveryRow> earlier = deliveries.of(ticket.id, wanted.kind(), wanted.cycle());
    if (earlier.stream().anyMatch(each -> each.isServed() || each.recipient.equals(recipient))) {
      return;
    }
    DeliveryRow row = new DeliveryRow();
    row.id = UuidCreator.getTimeOrderedEpoch();
    row.ticketId = ticket.id;
    row.kind = wanted.kind();
    row.cycle = wanted.cycle();
    row.recipient = recipient;
    row.state = DeliveryState.PENDING;
    row.dueAt = wanted.dueAt();
    row.createdAt = now;
    addresses.objection(recipient).ifPresent(objection -> suppress(row, ticket, objection, now));
    row.persist();
  }

  private void suppress(DeliveryRow row, TicketRow ticket, String objection, Instant now) {
    row.state = DeliveryState.SUPPRESSED;
    row.reason = objection;
    speaker.say(
        ticket,
        new DeliveryFailed(ticket.id, now, row.id, row.kind.message(), objection),
        row.id.toString());
    Delivery delivery = row.toDelivery();
    commits.after(() -> journal.suppressed(delivery, objection));
  }
}
