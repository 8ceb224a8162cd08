package dev.hourglass.notifier.postgres;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.rating.SatisfactionRated;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;

/**
 * Says what notifier has to say of a ticket, through the outbox. The caller holds the lock on the
 * ticket's row, so that the sequence counts without gaps.
 */
@ApplicationScoped
public class Speaker {

  private final Outbox outbox;
  private final Clock clock;

  Speaker(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Says a fact that follows from {@code cause}; the same cause gives the same event id. */
  void say(TicketRow lockedRow, Fact fact, String cause) {
    lockedRow.timingsSaid++;
    outbox.append(
        Topics.TIMINGS,
        Event.withId(
            id(fact.getClass(), cause),
            Topics.NOTIFIER,
            clock.instant(),
            lockedRow.timingsSaid,
            fact));
  }

  /** Says a rating. */
  void say(TicketRow lockedRow, SatisfactionRated rated) {
    lockedRow.ratingsSaid++;
    String cause = rated.ticketId() + "|" + rated.cycle() + "|" + rated.revision();
    outbox.append(
        Topics.RATINGS,
        Event.withId(
            id(rated.getClass(), cause),
            Topics.NOTIFIER,
            clock.instant(),
            lockedRow.ratingsSaid,
            rated));
  }

  private static String id(Class<?> type, String cause) {
    String name = Topics.NOTIFIER + "|" + type.getSimpleName() + "|" + cause;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
