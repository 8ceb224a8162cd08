package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.delivery.CourierException;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Hands mails to the relay by SMTP. Called on worker threads only, never on an event loop. */
public final class SmtpSender {

  private final ReactiveMailer mailer;
  private final String from;
  private final String replyTo;
  private final Duration timeout;
  private final Clock clock;

  /**
   * @param from the sender's address, with or without a name
   * @param timeout after which the relay's silence is a failure
   */
  public SmtpSender(
      ReactiveMailer mailer, String from, String replyTo, Duration timeout, Clock clock) {
    this.mailer = mailer;
    this.from = from;
    this.replyTo = replyTo;
    this.timeout = timeout;
    this.clock = clock;
  }

  /**
   * Hands a mail to the relay.
   *
   * @return when the relay accepted it
   * @throws CourierException if it did not
   */
  public Instant send(Letter letter) {
    try {
      mailer.send(mail(letter)).await().atMost(timeout);
    } catch (RuntimeException e) {
      throw SmtpRefusal.of(e);
    }
    return clock.instant();
  }

  private Mail mail(Letter letter) {
    Mail mail =
        new Mail()
            .addTo(letter.to())
            .setFrom(from)
            .addReplyTo(replyTo)
            .setSubject(letter.subject())
            .setText(letter.text())
            .setHtml(letter.html())
            .addHeader("Message-ID", letter.messageId())
            .addHeader("Auto-Submitted", "auto-generated")
            .addHeader("X-Auto-Response-Suppress", "All");
    letter.headers().forEach(mail::addHeader);
    return mail;
  }
}
