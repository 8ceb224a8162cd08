package dev.hourglass.triage.concept;

import dev.hourglass.triage.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Words in order that say something. */
public record Phrase(Concept concept, List<Element> elements) {

  /** So many words a gap may skip. */
  private static final int WIDEST_GAP = 4;

  /** The words of the phrase that stand from {@code at} to {@code end}; others are left out. */
  String shown(List<String> words, int at, int end) {
    List<String> shown = new ArrayList<>();
    for (String word : words.subList(at, end)) {
      String own =
          elements.stream()
              .map(element -> element.shown(word))
              .filter(each -> !each.isEmpty())
              .findFirst()
              .orElse("…");
      if (!own.equals("…") || !shown.contains(own)) {
        shown.add(own);
      }
    }
    return String.join(" ", shown);
  }

  /** Where the phrase ends that begins at {@code at}, exclusive; -1 if it does not. */
  int end(List<String> words, int at) {
    return end(words, at, 0);
  }

  /** Gaps try few places, and a phrase has few gaps: bounded. */
  private int end(List<String> words, int at, int element) {
    if (element == elements.size()) {
      return at;
    }
    Element next = elements.get(element);
    if (next.isGap()) {
      return endAfterGap(words, at, element + 1);
    }
    boolean matches = at < words.size() && next.matches(words.get(at));
    return matches ? end(words, at + 1, element + 1) : -1;
  }

  private int endAfterGap(List<String> words, int from, int element) {
    for (int at = from; at <= Math.min(from + WIDEST_GAP, words.size()); at++) {
      int end = end(words, at, element);
      if (end >= 0) {
        return end;
      }
      if (at < words.size() && Words.isMark(words.get(at))) {
        return -1;
      }
    }
    return -1;
  }
}
