package dev.hourglass.triage.wording;

import dev.hourglass.triage.text.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a text consists of for learning: its words, their beginnings, so that endings matter little,
 * the beginnings of two words that stand together, or with one between them, and the notions that
 * words stand for, alone and with the two that follow in the same sentence.
 */
final class Pieces {

  private static final int STEM = 4;
  private static final int LONG_STEM = 6;
  private static final int IN_PAIRS = 5;

  /** What notions begin with, for no word does. */
  static final char NOTION = '@';

  private static final int NOTIONS_REACH = 6;
  private static final int NOTIONS_TOGETHER = 2;

  private Pieces() {}

  /** Each piece once; a bounded number for a word. */
  static Set<String> of(List<String> words, String language) {
    Set<String> pieces = new LinkedHashSet<>();
    addWords(words, pieces);
    addNotions(words, language, pieces);
    return pieces;
  }

  private static void addWords(List<String> words, Set<String> pieces) {
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
  }

  private static void addNotions(List<String> words, String language, Set<String> pieces) {
    for (int at = 0; at < words.size(); at++) {
      for (String each : Notions.shipped().of(language, words.get(at))) {
        pieces.add(NOTION + each);
        addFollowing(words, at, language, each, pieces);
      }
    }
  }

  private static void addFollowing(
      List<String> words, int at, String language, String notion, Set<String> pieces) {
    int met = 0;
    int end = Math.min(words.size(), at + NOTIONS_REACH + 1);
    for (int next = at + 1; next < end && met < NOTIONS_TOGETHER; next++) {
      String word = words.get(next);
      if (word.equals(Words.STOP) || word.equals(Words.ASKED)) {
        return;
      }
      List<String> notions = Notions.shipped().of(language, word);
      notions.forEach(each -> pieces.add(NOTION + notion + ' ' + each));
      met += notions.isEmpty() ? 0 : 1;
    }
  }

  private static String beginning(String word) {
    return word.length() > IN_PAIRS ? word.substring(0, IN_PAIRS) : word;
  }
}
