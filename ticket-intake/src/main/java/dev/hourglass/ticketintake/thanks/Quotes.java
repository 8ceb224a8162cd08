package dev.hourglass.ticketintake.thanks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a message what its author did not write this time: lines quoted with {@code >}, the
 * line that introduces them, and the signature behind {@code "-- "}. What is quoted without a mark
 * cannot be told from an answer below it, and stays.
 *
 * @param attributions patterns for the whole line that introduces a quote
 */
record Quotes(List<Pattern> attributions) {

  private static final String SIGNATURE = "-- ";
  private static final int LONGEST_SIGNATURE = 6;

  /** A pattern may try a line at every place; no introduction is longer. */
  private static final int LONGEST_INTRODUCTION = 200;

  static Quotes introducedBy(Collection<String> attributions) {
    return new Quotes(attributions.stream().map(line -> Pattern.compile(line)).toList());
  }

  String without(String message) {
    List<String> own = new ArrayList<>();
    List<String> lines = withoutSignature(message.lines().toList());
    for (int i = 0; i < lines.size(); i++) {
      if (!isQuoted(lines.get(i)) && !introduces(lines, i)) {
        own.add(lines.get(i));
      }
    }
    return String.join("\n", own);
  }

  private static List<String> withoutSignature(List<String> lines) {
    int signature = lines.lastIndexOf(SIGNATURE);
    boolean isOne = signature >= 0 && lines.size() - signature - 1 <= LONGEST_SIGNATURE;
    return isOne ? lines.subList(0, signature) : lines;
  }

  private static boolean isQuoted(String line) {
    return line.stripLeading().startsWith(">");
  }

  private boolean introduces(List<String> lines, int line) {
    String text = lines.get(line).strip();
    if (text.length() > LONGEST_INTRODUCTION
        || attributions.stream().noneMatch(pattern -> pattern.matcher(text).matches())) {
      return false;
    }
    int next = line + 1;
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    return next < lines.size() && isQuoted(lines.get(next));
  }
}
