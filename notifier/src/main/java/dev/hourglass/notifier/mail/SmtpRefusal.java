package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.delivery.CourierException;
import dev.hourglass.notifier.delivery.CourierException.Failure;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * What a failed attempt means: a code for the row, and what to do next. Whether a refusal is for
 * good is the first digit of the reply (RFC 5321); which one it is about, the other two and the
 * enhanced code (RFC 3463).
 */
final class SmtpRefusal {

  /** Authentication and encryption are our settings, not the recipient's fault. */
  private static final Set<Integer> ACCESS = Set.of(454, 530, 534, 535, 538);

  private static final int CLOSING = 421;

  /** Mailbox busy, local error, too much at a time: the provider's way to say slower. */
  private static final Set<Integer> MAYBE_SLOWER = Set.of(450, 451, 452);

  private static final Pattern SLOWER =
      Pattern.compile(
          "\\b4\\.7\\.[0-9]{1,3}\\b|\\brates?\\b|too many|too much mail|throttl|slow down|temporarily"
              + " deferred|limit");

  /**
   * One mailbox is full or gets too much, or one sender is new to one recipient: no reason to let
   * the others wait.
   */
  private static final Pattern ONE_RECIPIENT =
      Pattern.compile("\\b4\\.[12]\\.[0-9]{1,3}\\b|gr[ea]y-?list|quota|mailbox");

  private static final Pattern OUR_ACCESS =
      Pattern.compile("login is required|starttls|auth.*not supported|no allowed auth");

  private static final Pattern CLOSED = Pattern.compile("connection was closed|socket was closed");

  private SmtpRefusal() {}

  static CourierException of(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SMTPException smtp) {
        return new CourierException("SMTP_" + smtp.getReplyCode(), meaning(smtp), e);
      }
      if (cause instanceof TimeoutException) {
        return new CourierException("TIMEOUT", Failure.TRANSIENT, e);
      }
      if (cause instanceof SSLException) {
        return new CourierException("TLS_REFUSED", Failure.CONFIGURATION, e);
      }
      if (cause instanceof IOException || CLOSED.matcher(folded(cause.getMessage())).find()) {
        return new CourierException("NO_CONNECTION", Failure.TRANSIENT, e);
      }
      if (OUR_ACCESS.matcher(folded(cause.getMessage())).find()) {
        return new CourierException("ACCESS_REFUSED", Failure.CONFIGURATION, e);
      }
    }
    return new CourierException("NOT_SENT", Failure.TRANSIENT, e);
  }

  private static Failure meaning(SMTPException smtp) {
    int code = smtp.getReplyCode();
    String text = folded(String.join(" ", smtp.getReplyMessages()));
    if (ACCESS.contains(code)) {
      return Failure.CONFIGURATION;
    }
    if (smtp.isPermanent()) {
      return Failure.PERMANENT;
    }
    boolean slower =
        code == CLOSING || (MAYBE_SLOWER.contains(code) && SLOWER.matcher(text).find());
    return slower && !ONE_RECIPIENT.matcher(text).find() ? Failure.THROTTLED : Failure.TRANSIENT;
  }

  private static String folded(String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
