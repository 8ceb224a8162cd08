package dev.hourglass.prioritizer.triage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text in lower case; a stop is a word of its own, so that nothing reaches across.
 * One pass over a bounded text: no pattern that a hostile text could make slow.
 */
final class Words {

  static final String STOP = ".";

  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_WORD = 60;

  private Words() {}

  static List<String> of(String text) {
    String bounded = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    String lower = Normalizer.normalize(bounded, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '*') {
        if (word.length() < LONGEST_WORD) {
          word.append(c);
        }
      } else if (c != '\'' && c != '’') {
        end(word, words);
        if (isStop(c)) {
          stop(words);
        }
      }
    }
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static void stop(List<String> words) {
    if (!words.isEmpty() && !words.get(words.size() - 1).equals(STOP)) {
      words.add(STOP);
    }
  }

  private static boolean isStop(char c) {
    return ".!?;:,\n\r()".indexOf(c) >= 0;
  }
}
