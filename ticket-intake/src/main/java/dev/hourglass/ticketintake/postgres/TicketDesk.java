package dev.hourglass.ticketintake.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.outbox.Outbox;
import dev.hourglass.ticketintake.json.TicketJson;
import dev.hourglass.ticketintake.json.TicketView;
import dev.hourglass.ticketintake.ticket.Decision;
import dev.hourglass.ticketintake.ticket.NewTicket;
import dev.hourglass.ticketintake.ticket.Reference;
import dev.hourglass.ticketintake.ticket.Ticket;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Does what clients ask, each in one transaction: the ticket's row, the events in the outbox, and
 * the answer kept for the client's key, or none of them. Commands on one ticket are done one after
 * the other, by the lock of its row.
 */
@ApplicationScoped
public class TicketDesk {

  /** Draws of a reference, or looks at a key whose owner rolled back, before giving up. */
  private static final int ATTEMPTS = 5;

  private final TicketInsert insert;
  private final IdempotencyKeys keys;
  private final Outbox outbox;
  private final Clock clock;
  private final RandomGenerator random;

  TicketDesk(
      TicketInsert insert,
      IdempotencyKeys keys,
      Outbox outbox,
      Clock clock,
      RandomGenerator random) {
    this.insert = insert;
    this.keys = keys;
    this.outbox = outbox;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Logs a new ticket.
   *
   * @throws KeyReused if the key came with another body before
   */
  public Answer log(NewTicket posted, @Nullable KeyedRequest request) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Answer> answer = tryLog(posted, request);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw new IllegalStateException("no free reference in " + ATTEMPTS + " draws");
  }

  private Optional<Answer> tryLog(NewTicket posted, @Nullable KeyedRequest request) {
    Instant now = now();
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Decision decision = Ticket.receive(id, Reference.draw(random), posted, now);
    Answer answer = answer(201, decision.ticket(), null);
    try {
      QuarkusTransaction.requiringNew().run(() -> store(decision, request, answer, now));
      return Optional.of(answer);
    } catch (NotStored e) {
      return switch (e.outcome) {
        case REFERENCE_TAKEN -> Optional.empty();
        case KEY_TAKEN -> QuarkusTransaction.requiringNew().call(() -> keys.answered(request));
        case DONE -> throw new IllegalStateException("what is done is not refused", e);
      };
    }
  }

  private void store(
      Decision decision, @Nullable KeyedRequest request, Answer answer, Instant now) {
    Sequences after = Sequences.NONE.after(decision.said());
    TicketInsert.Outcome outcome = insert.insert(decision.ticket(), after, request, answer, now);
    if (outcome != TicketInsert.Outcome.DONE) {
      throw new NotStored(outcome);
    }
    say(Sequences.NONE, decision, now);
  }

  /** Rolls the transaction back. */
  private static final class NotStored extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final TicketInsert.Outcome outcome;

    NotStored(TicketInsert.Outcome outcome) {
      super("the ticket was not stored: " + outcome, null, false, false);
      this.outcome = outcome;
    }
  }

  /**
   * Does a command on a ticket.
   *
   * @throws TicketUnknown if there is no such ticket
   * @throws dev.hourglass.ticketintake.ticket.CommandRefused if its state does not allow it
   * @throws dev.hourglass.ticketintake.ticket.DeadlineRefused if a clock cannot have a deadline
   * @throws dev.hourglass.ticketintake.ticket.MergeRefused if the other ticket cannot take it
   * @throws KeyReused if the key came with another body before
   */
  public Answer command(UUID id, Instruction instruction, @Nullable KeyedRequest request) {
    return QuarkusTransaction.requiringNew().call(() -> doCommand(id, instruction, request));
  }

  private Answer doCommand(UUID id, Instruction instruction, @Nullable KeyedRequest request) {
    if (request != null && !keys.claim(request, now())) {
      return keys.answered(request)
          .orElseThrow(() -> new IllegalStateException("a key was removed while it was read"));
    }
    TicketRow row = locked(id, instruction.other());
    if (row == null) {
      throw new TicketUnknown();
    }
    // After the lock, so that the order of the times is the order of the commands.
    Instant now = now();
    TicketRow other = instruction.other() == null ? null : row(instruction.other());
    Decision decision =
        instruction.decide().on(row.ticket(), other == null ? null : other.ticket(), now);
    say(row.sequences(), decision, now);
    row.become(decision.ticket(), row.sequences().after(decision.said()));
    PanacheEntityBase words = instruction.record().apply(id, decision.ticket().updatedAt());
    if (words != null) {
      words.persist();
    }
    Answer answer = answer(instruction.status(), decision.ticket(), row);
    if (request != null) {
      keys.keep(request, answer);
    }
    return answer;
  }

  /**
   * Locks the row of a ticket, and that of the other one if there is one. The smaller id comes
   * first, so that two who want the same two tickets do not wait for each other.
   */
  private static @Nullable TicketRow locked(UUID id, @Nullable UUID other) {
    if (other != null && other.compareTo(id) < 0) {
      row(other);
    }
    TicketRow row = row(id);
    if (other != null && other.compareTo(id) > 0) {
      row(other);
    }
    return row;
  }

  private static @Nullable TicketRow row(UUID id) {
    return TicketRow.findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  private void say(Sequences sequences, Decision decision, Instant now) {
    sequences
        .number(decision.said(), now)
        .forEach(addressed -> outbox.append(addressed.topic(), addressed.event()));
  }

  private static Answer answer(int status, Ticket ticket, @Nullable TicketRow row) {
    TicketView view = TicketView.of(ticket, row == null ? null : row.promiseShown());
    return new Answer(status, ticket.id(), TicketJson.write(view), false);
  }

  /** To the millisecond, which is what promises count, and less than what the database keeps. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
