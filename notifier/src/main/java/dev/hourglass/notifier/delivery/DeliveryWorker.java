package dev.hourglass.notifier.delivery;

import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.Instant;

/** Attempts what is due, one delivery after the other; cranked by hand or by a loop. */
public final class DeliveryWorker {

  /** So that a crank ends, even if deliveries become due faster than they are sent. */
  private static final int LONGEST_RUN = 1_000;

  private final Deliveries deliveries;
  private final Courier courier;
  private final Backoff backoff;

  public DeliveryWorker(Deliveries deliveries, Courier courier, Backoff backoff) {
    this.deliveries = deliveries;
    this.courier = courier;
    this.backoff = backoff;
  }

  /**
   * Attempts everything that is due at {@code now}, each once.
   *
   * @return how many were attempted
   */
  public int runOnce(Instant now) {
    int attempted = 0;
    while (attempted < LONGEST_RUN
        && deliveries.attemptNext(now, (delivery, ticket) -> attempt(delivery, ticket, now))) {
      attempted++;
    }
    return attempted;
  }

  private Outcome attempt(Delivery delivery, KnownTicket ticket, Instant now) {
    if (!Agenda.isWanted(ticket, delivery.kind(), delivery.cycle())) {
      return new Outcome.Withdrawn();
    }
    try {
      return new Outcome.Sent(courier.bring(delivery, ticket));
    } catch (CourierException e) {
      int attempts = delivery.attempts() + 1;
      if (e.isPermanent() || backoff.isExhausted(attempts)) {
        return new Outcome.GivenUp(e.reason());
      }
      return new Outcome.Retry(now.plus(backoff.after(attempts)), e.reason());
    }
  }
}
