package dev.hourglass.triage.wording;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a text consists of for learning: its words, their beginnings, so that endings matter little,
 * and the beginnings of two words that stand together, or with one between them.
 */
final class Pieces {

  private static final int STEM = 4;
  private static final int LONG_STEM = 6;
  private static final int IN_PAIRS = 5;

  private Pieces() {}

  /** Each piece once; at most five for a word. */
  static Set<String> of(List<String> words) {
    Set<String> pieces = new LinkedHashSet<>();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      pieces.add(word);
      if (word.length() > STEM) {
        pieces.add(word.substring(0, STEM));
      }
      if (word.length() > LONG_STEM) {
        pieces.add(word.substring(0, LONG_STEM));
      }
      if (at >= 1) {
        pieces.add(beginning(words.get(at - 1)) + ' ' + beginning(word));
      }
      if (at >= 2) {
        pieces.add(beginning(words.get(at - 2)) + '~' + beginning(word));
      }
    }
    return pieces;
  }

  private static String beginning(String word) {
    return word.length() > IN_PAIRS ? word.substring(0, IN_PAIRS) : word;
  }
}
