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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Hands mails to the relay by SMTP. Called on worker threads only, never on an event loop. */
public final class SmtpSender {

  private final Supplier<MailClient> clients;
  private final AtomicReference<MailClient> client;
  private final String from;
  private final String sender;
  private final String replyTo;
  private final Duration timeout;
  private final Clock clock;

  /**
   * @param clients make a client with connections of its own
   * @param from the sender's address, with or without a name
   * @param sender the same address alone, to which mails that cannot be delivered come back
   * @param timeout after which the relay's silence is a failure
   */
  public SmtpSender(
      Supplier<MailClient> clients,
      String from,
      String sender,
      String replyTo,
      Duration timeout,
      Clock clock) {
    this.clients = clients;
    this.client = new AtomicReference<>(clients.get());
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
    MailClient used = client.get();
    try {
      used.sendMail(message(letter))
          .toCompletionStage()
          .toCompletableFuture()
          .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      replace(used);
      throw SmtpRefusal.of(e);
    } catch (ExecutionException e) {
      throw SmtpRefusal.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SmtpRefusal.of(e);
    }
    return clock.instant();
  }

  /**
   * A connection would have ended long before: the pool has lost it, and would wait for ever. What
   * others send with that client comes to its end.
   */
  private void replace(MailClient used) {
    client.compareAndSet(used, clients.get());
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
