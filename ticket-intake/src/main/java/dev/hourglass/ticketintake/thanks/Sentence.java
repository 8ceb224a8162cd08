package dev.hourglass.ticketintake.thanks;

import java.util.List;
import java.util.Set;

/** One sentence, read as a row of known phrases in every way that there is. */
final class Sentence {

  /** No phrase of the files has more words. */
  private static final int LONGEST_PHRASE = 8;

  private static final int BESIDE = 1;
  private static final int THANKS = 2;
  private static final int ADDED = 4;
  private static final int ADDED_TO_THANKS = 8;

  private final int readings;

  Sentence(List<String> words, Set<String> thanks, Set<String> added, Set<String> beside) {
    int[] reached = new int[words.size() + 1];
    reached[0] = BESIDE;
    for (int from = 0; from < words.size(); from++) {
      int last = Math.min(words.size(), from + LONGEST_PHRASE);
      for (int to = from + 1; reached[from] != 0 && to <= last; to++) {
        String phrase = String.join(" ", words.subList(from, to));
        if (thanks.contains(phrase)) {
          reached[to] |= (reached[from] & (BESIDE | THANKS)) != 0 ? THANKS : 0;
          reached[to] |= (reached[from] & (ADDED | ADDED_TO_THANKS)) != 0 ? ADDED_TO_THANKS : 0;
        }
        if (added.contains(phrase)) {
          reached[to] |= (reached[from] & (BESIDE | ADDED)) != 0 ? ADDED : 0;
          reached[to] |= (reached[from] & (THANKS | ADDED_TO_THANKS)) != 0 ? ADDED_TO_THANKS : 0;
        }
        if (beside.contains(phrase)) {
          reached[to] |= reached[from];
        }
      }
    }
    readings = reached[words.size()];
  }

  /** Whether it can be read as thanks, or as what may stand beside them. */
  boolean isHarmless() {
    return (readings & (BESIDE | THANKS | ADDED_TO_THANKS)) != 0;
  }

  boolean isThanks() {
    return (readings & (THANKS | ADDED_TO_THANKS)) != 0;
  }
}
