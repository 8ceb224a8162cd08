package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.alert.SpokenUpTo;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * How far along the index of what is due a turn goes.
 *
 * @param worthALook up to when to look for what is due and not prepared
 * @param end beyond it nothing can be said and nothing is worth a look
 */
record Reach(Instant heardUpTo, Instant worthALook, Instant end) {

  private static final Duration ABOUT_TO_BE_HEARD = Duration.ofMillis(500);
  private static final Duration HELD_WITHOUT_A_LOOK = Duration.ofSeconds(2);

  /**
   * A deadline is rather looked at once, when the speakers have been heard, than twice, if they are
   * about to be.
   */
  static Reach of(Instant heardUpTo, SpokenUpTo spoken) {
    Instant notWorthWaiting = heardUpTo.minus(ABOUT_TO_BE_HEARD);
    Instant worthALook =
        Stream.of(spoken.ofDeliveries(), spoken.ofAllElse())
            .filter(upTo -> upTo.isAfter(notWorthWaiting) && upTo.isBefore(heardUpTo))
            .findFirst()
            .orElse(heardUpTo);
    Instant said = later(spoken.ofAllElse(), spoken.assumed());
    return new Reach(heardUpTo, worthALook, later(said, worthALook));
  }

  boolean isWorthALook(DueTicket ticket) {
    return ticket.due() <= worthALook.toEpochMilli();
  }

  /** What is prepared but waits for a speaker stays as it is for a while: it needs no look. */
  boolean isOld(DueTicket ticket) {
    return ticket.due() < heardUpTo.minus(HELD_WITHOUT_A_LOOK).toEpochMilli();
  }

  /** Whether neither the ticket nor what is due after it is of this turn. */
  boolean endsBefore(DueTicket ticket) {
    // The deadline may lie within the millisecond before.
    return Instant.ofEpochMilli(ticket.due() - 1).isAfter(end);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
