package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.alert.AlertDigest;
import dev.hourglass.notifier.alert.AlertMail;
import dev.hourglass.notifier.alert.AlertMails;
import dev.hourglass.notifier.delivery.Courier;
import dev.hourglass.notifier.delivery.CourierException;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.Outcome;
import dev.hourglass.notifier.subscription.MailPlan;
import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Brings alerts to operations teams, one by one or many at once. */
public final class AlertCourier implements Courier {

  private final AlertMails mails;
  private final AlertLetters letters;
  private final SmtpSender sender;
  private final Clock clock;

  public AlertCourier(AlertMails mails, AlertLetters letters, SmtpSender sender, Clock clock) {
    this.mails = mails;
    this.letters = letters;
    this.sender = sender;
    this.clock = clock;
  }

  @Override
  public boolean brings(DeliveryKind kind) {
    return kind == DeliveryKind.ALERT_MAIL || kind == DeliveryKind.ALERT_DIGEST;
  }

  @Override
  public boolean isWanted(Delivery delivery, @Nullable KnownTicket ticket) {
    return mails.isWanted(delivery);
  }

  /** What could not be sent before quiet hours began waits until they end. */
  @Override
  public Optional<Outcome> instead(Delivery delivery, Instant now) {
    Optional<Instant> peace =
        delivery.kind() == DeliveryKind.ALERT_DIGEST
            ? mails
                .digest(delivery)
                .flatMap(each -> MailPlan.peace(each.target(), each.mostUrgent(), now))
            : mails
                .mail(delivery)
                .flatMap(each -> MailPlan.peace(each.target(), each.notice().priority(), now));
    return peace.map(Outcome.Postponed::new);
  }

  @Override
  public Instant bring(Delivery delivery, @Nullable KnownTicket ticket) {
    return sender.send(
        delivery.kind() == DeliveryKind.ALERT_DIGEST ? digest(delivery) : mail(delivery));
  }

  private Letter mail(Delivery delivery) {
    AlertMail mail = mails.mail(delivery).orElseThrow(AlertCourier::forgotten);
    return written(() -> letters.mail(delivery, mail, clock.instant()));
  }

  private Letter digest(Delivery delivery) {
    AlertDigest digest = mails.digest(delivery).orElseThrow(AlertCourier::forgotten);
    return written(() -> letters.digest(delivery, digest, clock.instant()));
  }

  private static Letter written(Supplier<Letter> writing) {
    try {
      return writing.get();
    } catch (RuntimeException e) {
      // Not for good: a later version may be able to write it.
      throw new CourierException("NOT_WRITTEN", false, e);
    }
  }

  private static CourierException forgotten() {
    return new CourierException("FORGOTTEN", true, null);
  }
}
