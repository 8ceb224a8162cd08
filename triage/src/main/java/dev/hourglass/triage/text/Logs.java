package dev.hourglass.triage.text;

import java.util.List;
import java.util.Locale;

/** Tells lines that a machine wrote from those of people. */
final class Logs {

  private static final int LONGEST_WORD = 45;
  private static final int FEW_WORDS = 3;

  private static final List<String> STARTS =
      List.of(
          "fatal",
          "error:",
          "error ",
          "warn ",
          "warning:",
          "info ",
          "debug ",
          "critical error",
          "critical:",
          "traceback",
          "caused by:",
          "exception",
          "panic:",
          "at java.",
          "at com.",
          "at org.",
          "segmentation fault",
          "faulting ",
          "thread ",
          "termination reason",
          "stack trace",
          "file \"",
          "alert ",
          "alarm ",
          "evt=",
          "session=");

  private Logs() {}

  static boolean isBlob(String word) {
    return word.length() > LONGEST_WORD
        || word.contains("://")
        || word.startsWith("www.")
        || (word.indexOf('@') > 0 && word.indexOf('.') > 0);
  }

  /** Starts like a line of a log, or consists of codes for a good part. */
  static boolean isLog(String line) {
    String stripped = line.strip().toLowerCase(Locale.ROOT);
    if (stripped.isEmpty()) {
      return false;
    }
    String[] words = stripped.split(" +");
    int codes = 0;
    for (String word : words) {
      codes += isCode(word) ? 1 : 0;
    }
    if (isFrame(stripped) || isThrown(words[0])) {
      return true;
    }
    if (startsLikeLog(stripped)) {
      return codes > 0 || words.length <= 8;
    }
    if (startsWithTime(words[0]) || (words.length > 1 && startsWithTime(words[1]))) {
      return codes >= 2;
    }
    return words.length >= FEW_WORDS ? codes * 3 >= words.length : codes == words.length;
  }

  private static boolean startsLikeLog(String line) {
    return STARTS.stream().anyMatch(line::startsWith);
  }

  /** For example java.io.IOException: */
  private static boolean isThrown(String word) {
    return word.indexOf('.') > 0 && (word.contains("exception") || word.endsWith("error:"));
  }

  private static boolean isFrame(String line) {
    return line.startsWith("at ") && line.endsWith(")") && line.indexOf('.') > 0;
  }

  /** For example 09:42:12, [11:20:07], 2026-02-11T10:14:03Z. */
  private static boolean startsWithTime(String word) {
    int digits = 0;
    int signs = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      digits += Character.isDigit(c) ? 1 : 0;
      signs += c == ':' || c == '-' || c == '.' ? 1 : 0;
    }
    return digits >= 5 && signs >= 2 && digits + signs >= word.length() - 4;
  }

  /** A word as no person writes one. */
  private static boolean isCode(String word) {
    boolean technical = startsWithTime(word) || word.contains("->") || word.contains("0x");
    for (int i = 1; !technical && i < word.length(); i++) {
      char c = word.charAt(i);
      char before = word.charAt(i - 1);
      boolean joins = Character.isLetterOrDigit(before) && i + 1 < word.length();
      technical = (c == '=' || c == '_' || c == '\\' || c == '{') && joins;
      technical |= c == ':' && joins && Character.isLetter(before) && word.indexOf(':', i + 1) > 0;
    }
    return technical;
  }
}
