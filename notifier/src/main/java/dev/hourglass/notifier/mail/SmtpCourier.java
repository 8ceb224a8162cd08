package dev.hourglass.notifier.mail;

import dev.hourglass.contracts.Rules;
import dev.hourglass.notifier.delivery.Courier;
import dev.hourglass.notifier.delivery.CourierException;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Brings what customers get. */
public final class SmtpCourier implements Courier {

  private final Letters letters;
  private final SmtpSender sender;
  private final Threads threads;

  /**
   * @param domain of our Message-IDs
   */
  public SmtpCourier(Letters letters, SmtpSender sender, String domain) {
    this.letters = letters;
    this.sender = sender;
    this.threads = new Threads(domain);
  }

  @Override
  public boolean brings(DeliveryKind kind) {
    return kind.isToCustomer() && !SurveyCourier.SURVEYS.contains(kind);
  }

  @Override
  public Instant bring(Delivery delivery, @Nullable KnownTicket ticket) {
    return sender.send(written(delivery, Rules.required(ticket, "ticket")));
  }

  private Letter written(Delivery delivery, KnownTicket ticket) {
    try {
      return letters.write(delivery, ticket).with(threads.headers(delivery, ticket));
    } catch (RuntimeException e) {
      // Not for good: a later version may be able to write it.
      throw new CourierException("NOT_WRITTEN", false, e);
    }
  }
}
