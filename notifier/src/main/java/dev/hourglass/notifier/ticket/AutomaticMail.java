package dev.hourglass.notifier.ticket;

import dev.hourglass.contracts.ticket.SourceMail;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which mails machines wrote; an answer to these may be the first of a loop (R24). */
final class AutomaticMail {

  private static final Set<String> TO_MANY = Set.of("bulk", "list", "junk");

  private AutomaticMail() {}

  /** Whether nobody is waiting for an answer to this mail. */
  static boolean is(@Nullable SourceMail mail) {
    return mail != null
        && (isAutoSubmitted(mail.autoSubmitted())
            || TO_MANY.contains(firstWord(mail.precedence()))
            || isEmptyPath(mail.returnPath())
            || firstWord(mail.contentType()).equals("multipart/report")
            || mail.listId() != null);
  }

  /** RFC 3834: "no" is what people's programs may say. */
  private static boolean isAutoSubmitted(@Nullable String value) {
    return value != null && !firstWord(value).equals("no");
  }

  /** Notices of delivery come from nobody, so that nobody answers them. */
  private static boolean isEmptyPath(@Nullable String path) {
    return path != null && path.replaceAll("\\s", "").equals("<>");
  }

  /** Without parameters and comments. */
  private static String firstWord(@Nullable String value) {
    return value == null ? "" : value.strip().split("[;\\s(]", 2)[0].toLowerCase(Locale.ROOT);
  }
}
