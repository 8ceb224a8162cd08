package dev.hourglass.triage.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes the tags out of HTML, in one pass. */
final class Markup {

  private static final int LONGEST_TAG = 1_000;
  private static final int LONGEST_ENTITY = 10;
  private static final Set<String> BREAKS =
      Set.of("br", "p", "div", "li", "tr", "h1", "h2", "h3", "td", "ul", "table", "body");
  private static final Set<String> UNSEEN = Set.of("script", "style", "head", "blockquote");
  private static final Map<String, String> ENTITIES =
      Map.of(
          "nbsp", " ", "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "#39", "'",
          "rsquo", "'");

  private Markup() {}

  static String strip(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int next = at + 1;
      if (c == '<') {
        next = tag(text, at, seen);
      } else if (c == '&') {
        next = entity(text, at, seen);
      } else {
        seen.append(c);
      }
      at = next;
    }
    return seen.toString();
  }

  private static int tag(String text, int at, StringBuilder seen) {
    String name = name(text, at + 1);
    int end = name.isEmpty() ? -1 : within(text, '>', at, LONGEST_TAG);
    if (end < 0) {
      seen.append('<');
      return at + 1;
    }
    if (UNSEEN.contains(name)) {
      int close = text.indexOf("</" + name, end);
      return close < 0 ? text.length() : close;
    }
    seen.append(BREAKS.contains(name.replace("/", "")) ? '\n' : ' ');
    return end + 1;
  }

  /** Where a character stands, at most so far behind; -1 if it does not. */
  private static int within(String text, char sought, int from, int reach) {
    int last = Math.min(text.length() - 1, from + reach);
    for (int at = from; at <= last; at++) {
      if (text.charAt(at) == sought) {
        return at;
      }
    }
    return -1;
  }

  /** The name of the tag, with its slash; empty where there is no tag. */
  private static String name(String text, int from) {
    int at = from;
    if (at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '!')) {
      at++;
    }
    while (at < text.length() && at - from < LONGEST_ENTITY + 2 && isLetter(text.charAt(at))) {
      at++;
    }
    String name = text.substring(from, at).toLowerCase(Locale.ROOT);
    boolean ended = at < text.length() && " />\n-".indexOf(text.charAt(at)) >= 0;
    return ended && !name.equals("/") ? name : "";
  }

  private static boolean isLetter(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  private static int entity(String text, int at, StringBuilder seen) {
    int end = within(text, ';', at, LONGEST_ENTITY);
    if (end > at) {
      String meaning = ENTITIES.get(text.substring(at + 1, end));
      if (meaning != null) {
        seen.append(meaning);
        return end + 1;
      }
    }
    seen.append('&');
    return at + 1;
  }
}
