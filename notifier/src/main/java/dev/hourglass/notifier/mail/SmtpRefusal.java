package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.delivery.CourierException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;

/** What a failed attempt means: a code for the row, and whether trying again can help. */
final class SmtpRefusal {

  /**
   * Authentication and encryption are our settings, not the recipient's fault: 530, 534, 535, 538.
   */
  private static final int FIRST_OF_ACCESS = 530;

  private static final int LAST_OF_ACCESS = 539;

  private SmtpRefusal() {}

  static CourierException of(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SMTPException smtp) {
        int code = smtp.getReplyCode();
        boolean access = code >= FIRST_OF_ACCESS && code <= LAST_OF_ACCESS;
        return new CourierException("SMTP_" + code, smtp.isPermanent() && !access, e);
      }
      if (cause instanceof TimeoutException) {
        return new CourierException("TIMEOUT", false, e);
      }
      if (cause instanceof IOException) {
        return new CourierException("NO_CONNECTION", false, e);
      }
    }
    return new CourierException("NOT_SENT", false, e);
  }
}
