package dev.hourglass.triage.concept;

import dev.hourglass.triage.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One place of a phrase: which words may stand there. */
public final class Element {

  /** Up to four words, whatever they are. */
  static final String GAP = "~";

  /** One word, whatever it is. */
  static final String ANY = "_";

  private final Set<String> exact = new HashSet<>();
  private final List<String> beginnings = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();
  private final boolean gap;
  private final boolean any;

  private Element(boolean gap, boolean any) {
    this.gap = gap;
    this.any = any;
  }

  /** Reads {@code word}, {@code begin*}, {@code *end}, {@code *part*}, several. */
  public static Element of(List<String> alternatives) {
    Element element = new Element(alternatives.contains(GAP), alternatives.contains(ANY));
    for (String each : alternatives) {
      String word = Words.fold(each).replace("'", "").replace("*", "");
      boolean open = each.endsWith("*");
      if (each.startsWith("*")) {
        (open ? element.parts : element.ends).add(word);
      } else if (open) {
        element.beginnings.add(word);
      } else {
        element.exact.add(word);
      }
    }
    return element;
  }

  boolean isGap() {
    return gap;
  }

  Set<String> exact() {
    return exact;
  }

  /** Whether the exact words are all there is. */
  boolean isExact() {
    return !any && beginnings.isEmpty() && ends.isEmpty() && parts.isEmpty();
  }

  /**
   * What may be shown of a word that matched: what stands in the phrase, never more of what a
   * person wrote, for reasons are kept for ever. Empty if it did not match.
   */
  String shown(String word) {
    if (exact.contains(word)) {
      return word;
    }
    for (String beginning : beginnings) {
      if (word.startsWith(beginning)) {
        return beginning + "*";
      }
    }
    for (String end : ends) {
      if (word.endsWith(end)) {
        return "*" + end;
      }
    }
    for (String part : parts) {
      if (word.contains(part)) {
        return "*" + part + "*";
      }
    }
    return "";
  }

  boolean matches(String word) {
    if (Words.isMark(word)) {
      return false;
    }
    return any || !shown(word).isEmpty();
  }
}
