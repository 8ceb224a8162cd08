package dev.hourglass.triage.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text in lower case, without accents. Ends of sentences and of their parts are
 * words of their own, so that nothing reaches across; numbers become what matters about them. One
 * pass.
 */
public final class Words {

  /** Ends a sentence. */
  public static final String STOP = ".";

  /** Ends a sentence that asks. */
  public static final String ASKED = "?";

  /** Ends a part of a sentence. */
  public static final String PAUSE = ",";

  /** A number from 10. */
  public static final String MANY = "#many";

  /** A number from 2 to 9. */
  public static final String FEW = "#few";

  /** All of them. */
  private static final String WHOLE = "100%";

  private static final String HUNDRED = "100";

  /** Calls for help and answers of servers that failed stay what they are. */
  private static final Set<String> TELLING = Set.of("112", "911", "999", "502", "503", "504");

  private static final int LONGEST_WORD = 40;
  private static final int MOST_WORDS = 900;

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();

  private Words() {}

  /** The words of a text, of which there is a bounded number. */
  public static List<String> of(String text) {
    String folded = fold(text);
    Words reading = new Words();
    for (int i = 0; i < folded.length() && reading.words.size() < MOST_WORDS; i++) {
      reading.read(folded, i);
    }
    reading.end();
    return reading.words;
  }

  /** Lower case, without accents, ß and ligatures as two letters. */
  public static String fold(String text) {
    String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (c == 'ß') {
        folded.append("ss");
      } else if (c == 'æ') {
        folded.append("ae");
      } else if (c == 'œ') {
        folded.append("oe");
      } else if (c == 'ø') {
        folded.append('o');
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  private void read(String text, int at) {
    char c = text.charAt(at);
    if (Character.isLetterOrDigit(c)) {
      if (word.length() < LONGEST_WORD) {
        word.append(c);
      }
    } else if (isWithin(text, at)) {
      return;
    } else {
      end();
      if (c == '?') {
        mark(ASKED);
      } else if (".!\n…".indexOf(c) >= 0) {
        mark(STOP);
      } else if (",;:()–—\"«»“”„".indexOf(c) >= 0) {
        mark(PAUSE);
      } else if (c == '%') {
        percent(text, at);
      }
    }
  }

  private void percent(String text, int at) {
    int end = at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
    int start = end - HUNDRED.length();
    boolean whole = text.startsWith(HUNDRED, start) && (start == 0 || isApart(text, start - 1));
    if (whole && !words.isEmpty()) {
      words.set(words.size() - 1, WHOLE);
    } else {
      words.add("%");
    }
  }

  private static boolean isApart(String text, int at) {
    char c = text.charAt(at);
    return !Character.isLetterOrDigit(c) && c != '.' && c != ',';
  }

  /** What stands in the middle of a number or of "don't". */
  private static boolean isWithin(String text, int at) {
    if (at == 0 || at + 1 >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    if (c == '\'' || c == '’') {
      return before == 'n' && after == 't';
    }
    boolean thousands =
        (c == '.' || c == ',' || c == ' ')
            && Character.isDigit(before)
            && at + 3 < text.length()
            && Character.isDigit(after)
            && Character.isDigit(text.charAt(at + 2))
            && Character.isDigit(text.charAt(at + 3))
            && (at + 4 == text.length() || !Character.isDigit(text.charAt(at + 4)));
    return thousands;
  }

  private void end() {
    if (word.length() > 0) {
      words.add(number(word.toString()));
      word.setLength(0);
    }
  }

  private static String number(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return word;
      }
    }
    if (TELLING.contains(word)) {
      return word;
    }
    if (word.length() > 1) {
      return word.startsWith("0") ? "0" : MANY;
    }
    return word.charAt(0) <= '1' ? word : FEW;
  }

  /** The stronger mark stays where two meet. */
  private void mark(String mark) {
    int last = words.size() - 1;
    if (last < 0) {
      return;
    }
    String before = words.get(last);
    if (!isMark(before)) {
      words.add(mark);
    } else if (mark.equals(ASKED) || before.equals(PAUSE)) {
      words.set(last, mark);
    }
  }

  /** Whether this is an end of a sentence or of its part. */
  public static boolean isMark(String word) {
    return word.equals(STOP) || word.equals(PAUSE) || word.equals(ASKED);
  }
}
