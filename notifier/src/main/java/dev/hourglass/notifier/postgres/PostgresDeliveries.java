package dev.hourglass.notifier.postgres;

import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.notifier.delivery.Agenda;
import dev.hourglass.notifier.delivery.Deliveries;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.DeliveryState;
import dev.hourglass.notifier.delivery.Outcome;
import dev.hourglass.notifier.ticket.KnownTicket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The deliveries as rows. The lock on a delivery is held while it is sent, so that a killed worker
 * leaves it to the others at once; the ticket is locked only afterwards, for a moment.
 */
@ApplicationScoped
public class PostgresDeliveries implements Deliveries {

  private final DeliveryRows deliveries;
  private final TicketRows tickets;
  private final Speaker speaker;
  private final Commits commits;
  private final Journal journal;
  private final Clock clock;

  PostgresDeliveries(
      DeliveryRows deliveries,
      TicketRows tickets,
      Speaker speaker,
      Commits commits,
      Journal journal,
      Clock clock) {
    this.deliveries = deliveries;
    this.tickets = tickets;
    this.speaker = speaker;
    this.commits = commits;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  @Transactional
  public boolean attemptNext(Instant now, BiFunction<Delivery, KnownTicket, Outcome> attempt) {
    Optional<DeliveryRow> due = deliveries.nextDue(now);
    due.ifPresent(row -> attempt(row, attempt));
    return due.isPresent();
  }

  private void attempt(DeliveryRow row, BiFunction<Delivery, KnownTicket, Outcome> attempt) {
    TicketRow ticket = tickets.findById(row.ticketId);
    Delivery delivery = row.toDelivery();
    Outcome outcome = attempt.apply(delivery, TicketRows.toTicket(ticket));
    // Much may have been heard while it was being sent.
    tickets.getEntityManager().refresh(ticket, LockModeType.PESSIMISTIC_WRITE);
    KnownTicket known = TicketRows.toTicket(ticket);
    if (outcome instanceof Outcome.Sent sent) {
      sent(row, ticket, sent);
    } else if (outcome instanceof Outcome.GivenUp givenUp) {
      givenUp(row, ticket, givenUp);
    } else if (outcome instanceof Outcome.Retry retry
        && Agenda.isWanted(known, row.kind, row.cycle)) {
      row.attempts++;
      row.dueAt = retry.at();
      row.reason = retry.reason();
    } else {
      row.state = DeliveryState.WITHDRAWN;
    }
    commits.after(() -> journal.attempted(delivery, known, outcome));
  }

  private void sent(DeliveryRow row, TicketRow ticket, Outcome.Sent sent) {
    row.state = DeliveryState.SENT;
    row.sentAt = sent.acceptedAt();
    row.reason = null;
    if (row.kind == DeliveryKind.CONFIRMATION) {
      speaker.say(
          ticket,
          new ConfirmationDelivered(ticket.id, sent.acceptedAt(), row.id),
          row.id.toString());
    }
  }

  private void givenUp(DeliveryRow row, TicketRow ticket, Outcome.GivenUp givenUp) {
    row.attempts++;
    row.state = DeliveryState.GIVEN_UP;
    row.reason = givenUp.reason();
    speaker.say(
        ticket,
        new DeliveryFailed(
            ticket.id, clock.instant(), row.id, row.kind.message(), givenUp.reason()),
        row.id.toString());
  }
}
