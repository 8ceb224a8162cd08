package dev.hourglass.notifier.mail;

import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.notifier.ticket.OneLine;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A mail, ready to be sent.
 *
 * @param subject put on one line, whatever it was
 * @param headers further headers, such as {@code List-Unsubscribe} or {@code In-Reply-To}
 */
public record Letter(
    String to,
    String messageId,
    String subject,
    String text,
    String html,
    Map<String, String> headers) {

  /** What every mail has already, and what would send it elsewhere. */
  private static final Set<String> NOT_FURTHER =
      Set.of(
          "to",
          "cc",
          "bcc",
          "from",
          "sender",
          "reply-to",
          "return-path",
          "subject",
          "date",
          "message-id",
          "auto-submitted",
          "mime-version");

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,75}");

  /** One line of visible ASCII; anything else could start another header or needs encoding. */
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{1,900}");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

  /** A reader would decode it (RFC 2047), and show what nobody could see here. */
  private static final Pattern ENCODED_WORD = Pattern.compile("=\\?");

  /**
   * @throws IllegalArgumentException if a header's name or value could mean another header, or if
   *     it is one that mails have anyway
   */
  public Letter {
    rule(!CONTROL.matcher(to + messageId).find(), "an address is one line");
    subject = ENCODED_WORD.matcher(OneLine.of(subject)).replaceAll("= ?");
    headers.forEach(Letter::check);
    headers = Map.copyOf(headers);
  }

  /** A mail without further headers. */
  public Letter(String to, String messageId, String subject, String text, String html) {
    this(to, messageId, subject, text, html, Map.of());
  }

  /** The same mail with more headers; what it has already stays. */
  public Letter with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.putAll(headers);
    return new Letter(to, messageId, subject, text, html, all);
  }

  private static void check(String name, String value) {
    String folded = name.toLowerCase(Locale.ROOT);
    rule(NAME.matcher(name).matches(), "a header's name has letters, digits and hyphens");
    rule(
        !NOT_FURTHER.contains(folded) && !folded.startsWith("content-"),
        "'" + name + "' is no further header");
    rule(VALUE.matcher(value).matches(), "'" + name + "' must be one line of visible ASCII");
  }
}
