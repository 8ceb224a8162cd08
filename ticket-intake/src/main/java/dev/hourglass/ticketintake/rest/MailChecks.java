package dev.hourglass.ticketintake.rest;

import dev.hourglass.contracts.ticket.SourceMail;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the headers that a mail gateway hands over: one line each, and not too long. */
final class MailChecks {

  private static final int MAX_ID = 250;
  private static final int MAX_REFERENCES = 2_000;
  private static final int MAX_PATH = 260;
  private static final int MAX_WORDS = 200;

  private static final String ID = "<[\\x21-\\x3b\\x3d\\x3f-\\x7e]+>";
  private static final Pattern ONE = Pattern.compile(ID);
  private static final Pattern SEVERAL = Pattern.compile(ID + "(\\s*" + ID + ")*");

  private MailChecks() {}

  static @Nullable SourceMail check(InputCheck check, @Nullable MailRequest posted) {
    if (posted == null) {
      return null;
    }
    String one = "must be a Message-ID in angle brackets";
    return new SourceMail(
        matching(check, "/mail/messageId", posted.messageId(), MAX_ID, ONE, one),
        matching(
            check,
            "/mail/references",
            posted.references(),
            MAX_REFERENCES,
            SEVERAL,
            "must be Message-IDs in angle brackets"),
        check.line("/mail/autoSubmitted", posted.autoSubmitted(), MAX_WORDS),
        check.line("/mail/precedence", posted.precedence(), MAX_WORDS),
        check.line("/mail/returnPath", posted.returnPath(), MAX_PATH),
        check.line("/mail/contentType", posted.contentType(), MAX_WORDS),
        check.line("/mail/listId", posted.listId(), MAX_WORDS));
  }

  private static @Nullable String matching(
      InputCheck check,
      String pointer,
      @Nullable String posted,
      int max,
      Pattern pattern,
      String message) {
    String line = check.line(pointer, posted, max);
    if (line != null && !pattern.matcher(line).matches()) {
      check.error(pointer, message);
      return null;
    }
    return line;
  }
}
