package dev.hourglass.notifier.delivery;

import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/** Attempts what is due, one delivery after the other; cranked by hand or by loops. */
public final class DeliveryWorker {

  /** So that a crank ends, even if deliveries become due faster than they are sent. */
  private static final int LONGEST_RUN = 1_000;

  private final Deliveries deliveries;
  private final Couriers couriers;
  private final Backoff backoff;
  private final Pace pace;

  /** What came of attempts while the database was away: known here and nowhere else. */
  private final Queue<Attempted> unrecorded = new ConcurrentLinkedQueue<>();

  private record Attempted(Claim claim, Outcome outcome) {}

  public DeliveryWorker(Deliveries deliveries, Couriers couriers, Backoff backoff, Pace pace) {
    this.deliveries = deliveries;
    this.couriers = couriers;
    this.backoff = backoff;
    this.pace = pace;
  }

  /**
   * Attempts every mail that is due at {@code now}, each once.
   *
   * @return how many were attempted
   */
  public int runOnce(Instant now) {
    return runOnce(Lane.MAILS, now, () -> true);
  }

  /**
   * Attempts everything of a lane that is due at {@code now}, each once; ends early, with what it
   * is attempting recorded and nothing claimed, when {@code goesOn} says so: whoever is stopped
   * must not be cut off in the middle.
   *
   * @return how many were attempted
   */
  public int runOnce(Lane lane, Instant now, BooleanSupplier goesOn) {
    recordWhatIsLeft();
    int attempted = 0;
    Optional<Claim> claim = deliveries.claim(lane, now);
    while (claim.isPresent()) {
      attempted++;
      Attempted last = new Attempted(claim.get(), attempt(claim.get(), now));
      claim = recorded(last, attempted < LONGEST_RUN && goesOn.getAsBoolean(), now);
    }
    return attempted;
  }

  private Optional<Claim> recorded(Attempted last, boolean goOn, Instant now) {
    try {
      if (goOn) {
        return deliveries.recordAndClaim(last.claim(), last.outcome(), now);
      }
      deliveries.record(last.claim(), last.outcome());
      return Optional.empty();
    } catch (RuntimeException e) {
      unrecorded.add(last);
      throw e;
    }
  }

  private void recordWhatIsLeft() {
    for (Attempted left = unrecorded.poll(); left != null; left = unrecorded.poll()) {
      try {
        deliveries.record(left.claim(), left.outcome());
      } catch (RuntimeException e) {
        unrecorded.add(left);
        throw e;
      }
    }
  }

  private Outcome attempt(Claim claim, Instant now) {
    Delivery delivery = claim.delivery();
    try {
      Courier courier =
          couriers
              .of(delivery.kind())
              .orElseThrow(() -> new CourierException("NO_COURIER", false, null));
      KnownTicket ticket = claim.ticket().get();
      if (!Agenda.isWanted(ticket, delivery.kind(), delivery.cycle())
          || !courier.isWanted(delivery, ticket)) {
        return new Outcome.Withdrawn();
      }
      Optional<Outcome> instead = courier.instead(delivery, now);
      if (instead.isPresent()) {
        return instead.get();
      }
      Optional<Pace.Wait> wait =
          delivery.kind().isMail()
              ? pace.take(AddressBook.domainOf(delivery.recipient()))
              : Optional.empty();
      if (wait.isPresent()) {
        return new Outcome.Later(now.plus(wait.get().until()), wait.get().step());
      }
      return new Outcome.Sent(courier.bring(delivery, ticket));
    } catch (CourierException e) {
      return failed(delivery, e, now);
    } catch (RuntimeException e) {
      // Not for good: a later version may be able to read or write it.
      return tryAgain(delivery, "NOT_WRITTEN", now);
    }
  }

  private Outcome failed(Delivery delivery, CourierException e, Instant now) {
    return switch (e.failure()) {
      case PERMANENT -> new Outcome.GivenUp(e.reason());
      case TRANSIENT -> tryAgain(delivery, e.reason(), now);
      case THROTTLED -> new Outcome.Throttled(e.reason());
      case CONFIGURATION -> new Outcome.Misconfigured(e.reason());
    };
  }

  private Outcome tryAgain(Delivery delivery, String reason, Instant now) {
    if (backoff.isExhausted(delivery.attempts())) {
      return new Outcome.GivenUp(reason);
    }
    return new Outcome.Retry(now.plus(backoff.after(delivery.attempts())), reason);
  }
}
