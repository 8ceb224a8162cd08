package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.delivery.CourierException;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands mails to the relay by SMTP. Called on worker threads only, never on an event loop. */
public final class SmtpSender {

  private final MailClient client;
  private final String from;
  private final String sender;
  private final String replyTo;
  private final Duration timeout;
  private final Clock clock;

  /**
   * @param from the sender's address, with or without a name
   * @param sender the same address alone, to which mails that cannot be delivered come back
   * @param timeout after which the relay's silence is a failure
   */
  public SmtpSender(
      MailClient client,
      String from,
      String sender,
      String replyTo,
      Duration timeout,
      Clock clock) {
    this.client = client;
    this.from = from;
    this.sender = sender;
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
      client
          .sendMail(message(letter))
          .toCompletionStage()
          .toCompletableFuture()
          .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw SmtpRefusal.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SmtpRefusal.of(e);
    }
    return clock.instant();
  }

  private MailMessage message(Letter letter) {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .add("Message-ID", letter.messageId())
            .add("Reply-To", replyTo)
            .add("Auto-Submitted", "auto-generated")
            .add("X-Auto-Response-Suppress", "All");
    letter.headers().forEach(headers::add);
    return new MailMessage()
        .setBounceAddress(sender)
        .setFrom(from)
        .setTo(letter.to())
        .setSubject(letter.subject())
        .setText(letter.text())
        .setHtml(letter.html())
        .setHeaders(headers);
  }
}
