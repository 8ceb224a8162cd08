package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.delivery.Courier;
import dev.hourglass.notifier.delivery.CourierException;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.ticket.KnownTicket;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Hands mails to the relay by SMTP. Called on worker threads only, never on an event loop. */
public final class SmtpCourier implements Courier {

  private final Letters letters;
  private final ReactiveMailer mailer;
  private final String from;
  private final String replyTo;
  private final Duration timeout;
  private final Clock clock;

  /**
   * @param from the sender's address, with or without a name
   * @param timeout after which the relay's silence is a failure
   */
  public SmtpCourier(
      Letters letters,
      ReactiveMailer mailer,
      String from,
      String replyTo,
      Duration timeout,
      Clock clock) {
    this.letters = letters;
    this.mailer = mailer;
    this.from = from;
    this.replyTo = replyTo;
    this.timeout = timeout;
    this.clock = clock;
  }

  @Override
  public Instant bring(Delivery delivery, KnownTicket ticket) {
    Mail mail = mail(written(delivery, ticket));
    try {
      mailer.send(mail).await().atMost(timeout);
    } catch (RuntimeException e) {
      throw SmtpRefusal.of(e);
    }
    return clock.instant();
  }

  private Letter written(Delivery delivery, KnownTicket ticket) {
    try {
      return letters.write(delivery, ticket);
    } catch (RuntimeException e) {
      // Not for good: a later version may be able to write it.
      throw new CourierException("NOT_WRITTEN", false, e);
    }
  }

  private Mail mail(Letter letter) {
    return new Mail()
        .addTo(letter.to())
        .setFrom(from)
        .addReplyTo(replyTo)
        .setSubject(letter.subject())
        .setText(letter.text())
        .setHtml(letter.html())
        .addHeader("Message-ID", letter.messageId())
        .addHeader("Auto-Submitted", "auto-generated")
        .addHeader("X-Auto-Response-Suppress", "All");
  }
}
