package dev.hourglass.notifier.delivery;

import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.Instant;
import java.util.function.BiFunction;

/** The deliveries that wait. */
public interface Deliveries {

  /**
   * Takes the next delivery due at {@code now}, lets {@code attempt} send it, and records what came
   * of it together with the fact that says so.
   *
   * <p>Guaranteed: no other worker, here or in another instance, attempts it meanwhile; outcome and
   * fact are one transaction. Not guaranteed: a kill between the relay's acceptance and the commit
   * attempts it once more, under the same Message-ID.
   *
   * @return false if nothing is due
   */
  boolean attemptNext(Instant now, BiFunction<Delivery, KnownTicket, Outcome> attempt);
}
