package dev.hourglass.notifier.ticket;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.ticket.TicketSaid;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketPrioritized;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What has been heard of a ticket so far. The two topics arrive in any order and more than once;
 * hearing is therefore free of order across speakers, and hearing again changes nothing.
 *
 * @param prioritizedSequence of the promise's event; a later one replaces the promise
 * @param cycle 1, and one more with each reopening
 * @param solvedAt when it was solved in this cycle; missing while it is open
 * @param withdrawn cancelled or merged: nobody is written to any more
 */
public record KnownTicket(
    UUID id,
    @Nullable Content content,
    @Nullable Instant receivedAt,
    @Nullable Instant completedAt,
    @Nullable TicketPrioritized prioritized,
    long prioritizedSequence,
    int cycle,
    @Nullable Instant solvedAt,
    @Nullable Instant closedAt,
    boolean withdrawn) {

  public KnownTicket {
    required(id, "id");
  }

  /** A ticket of which nothing has been heard yet. */
  public static KnownTicket unknown(UUID id) {
    return new KnownTicket(id, null, null, null, null, -1, 1, null, null, false);
  }

  /** What is known after the content was said, anew or again. */
  public KnownTicket hears(Event<? extends TicketSaid> event) {
    if (content != null && event.sequence() <= content.sequence()) {
      return this;
    }
    return copy(after -> after.content = Content.of(event));
  }

  /** What is known after a fact; the same object if the fact says nothing to notifier. */
  public KnownTicket hearsFact(Event<? extends Fact> event) {
    return event.data().accept(new Hearing(this, event.sequence()));
  }

  /** When the promise's clocks started: received, or completed if it was not proper (K15). */
  public @Nullable Instant startedAt() {
    return completedAt != null ? completedAt : receivedAt;
  }

  /** Whether the promise was made for the content as it is now. */
  public boolean isPromised() {
    return prioritized != null
        && content != null
        && (prioritized.cause().equals(content.eventId())
            || !prioritized.occurredAt().isBefore(content.occurredAt()));
  }

  /** Whether it is solved, in its current cycle. */
  public boolean isSolved() {
    return solvedAt != null;
  }

  KnownTicket received(Instant at) {
    return copy(after -> after.receivedAt = at);
  }

  KnownTicket completed(Instant at) {
    return copy(after -> after.completedAt = at);
  }

  KnownTicket promised(TicketPrioritized promise, long sequence) {
    if (sequence <= prioritizedSequence) {
      return this;
    }
    return copy(
        after -> {
          after.prioritized = promise;
          after.prioritizedSequence = sequence;
        });
  }

  KnownTicket inCycle(int newCycle, @Nullable Instant newSolvedAt) {
    return copy(
        after -> {
          after.cycle = newCycle;
          after.solvedAt = newSolvedAt;
        });
  }

  KnownTicket closed(Instant at) {
    return copy(after -> after.closedAt = at);
  }

  KnownTicket withdrawnNow() {
    return copy(after -> after.withdrawn = true);
  }

  private KnownTicket copy(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }

  /** A copy in the making. */
  private static final class Draft {

    private final UUID id;
    private @Nullable Content content;
    private @Nullable Instant receivedAt;
    private @Nullable Instant completedAt;
    private @Nullable TicketPrioritized prioritized;
    private long prioritizedSequence;
    private int cycle;
    private @Nullable Instant solvedAt;
    private @Nullable Instant closedAt;
    private boolean withdrawn;

    Draft(KnownTicket from) {
      id = from.id;
      content = from.content;
      receivedAt = from.receivedAt;
      completedAt = from.completedAt;
      prioritized = from.prioritized;
      prioritizedSequence = from.prioritizedSequence;
      cycle = from.cycle;
      solvedAt = from.solvedAt;
      closedAt = from.closedAt;
      withdrawn = from.withdrawn;
    }

    KnownTicket done() {
      return new KnownTicket(
          id,
          content,
          receivedAt,
          completedAt,
          prioritized,
          prioritizedSequence,
          cycle,
          solvedAt,
          closedAt,
          withdrawn);
    }
  }
}
