package dev.hourglass.notifier.mail;

import java.util.stream.Collectors;

/**
 * Plain text in lines that every reader shows whole, 78 columns as RFC 5322 recommends. Lines are
 * broken between words only, so links stay whole; a point of a list stays indented.
 */
final class Wrapped {

  private static final int COLUMNS = 78;
  private static final String POINT = "  * ";

  private Wrapped() {}

  static String of(String text) {
    return text.lines().map(Wrapped::line).collect(Collectors.joining("\n"));
  }

  private static String line(String line) {
    if (columns(line) <= COLUMNS) {
      return line;
    }
    String indent = line.startsWith(POINT) ? " ".repeat(POINT.length()) : "";
    StringBuilder wrapped = new StringBuilder(line.length() + indent.length());
    int used = 0;
    boolean first = true;
    for (String word : line.substring(indent.length()).split(" ")) {
      if (first) {
        wrapped.append(line, 0, indent.length());
        used = indent.length();
      } else if (used + 1 + columns(word) > COLUMNS) {
        wrapped.append('\n').append(indent);
        used = indent.length();
      } else {
        wrapped.append(' ');
        used++;
      }
      wrapped.append(word);
      used += columns(word);
      first = false;
    }
    return wrapped.toString();
  }

  private static int columns(String text) {
    return text.codePointCount(0, text.length());
  }
}
