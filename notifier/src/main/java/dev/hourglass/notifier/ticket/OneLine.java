package dev.hourglass.notifier.ticket;

import java.util.regex.Pattern;

/**
 * Text on one line. What a customer wrote must not start a new header (CR, LF), end a word for a
 * terminal (control characters) or turn the line round (bidirectional overrides).
 */
public final class OneLine {

  private static final Pattern NOT_IN_A_LINE =
      Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

  private OneLine() {}

  /** The text without what is not for one line, each stretch of it a space. */
  public static String of(String text) {
    return NOT_IN_A_LINE.matcher(text).replaceAll(" ").strip();
  }
}
