package dev.hourglass.triage.concept;

import dev.hourglass.triage.text.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The phrases of one language. */
public final class Lexicon {

  private static final int NEGATION_REACH = 3;
  private static final Set<Concept> SCOPES = EnumSet.of(Concept.ALL, Concept.MANY, Concept.ONE);

  /** What "nobody else" would say without "else". */
  private static final Set<Concept> OF_THE_OTHERS =
      EnumSet.of(Concept.ALL, Concept.DOWN, Concept.BLOCKED, Concept.BROKEN);

  private static final int WIDE_REACH = 6;
  private static final int MOST_REMEMBERED = 5_000;

  private final Set<String> negations;
  private final Set<String> nobody;
  private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
  private final Map<String, List<Phrase>> openByWord = new ConcurrentHashMap<>();
  private final Map<Element, List<Phrase>> byOpenWord = new LinkedHashMap<>();

  /**
   * @param negations words that deny what follows
   * @param nobody words like nobody, none: what works for nobody does not work
   */
  public Lexicon(Set<String> negations, Set<String> nobody, List<Phrase> phrases) {
    this.negations = Set.copyOf(negations);
    this.nobody = Set.copyOf(nobody);
    for (Phrase phrase : phrases) {
      Element first = phrase.elements().get(0);
      for (String word : first.exact()) {
        byFirstWord.computeIfAbsent(word, any -> new ArrayList<>()).add(phrase);
      }
      if (!first.isExact()) {
        byOpenWord.computeIfAbsent(first, any -> new ArrayList<>()).add(phrase);
      }
    }
  }

  /** Adds what these words say, the first words for each concept. */
  public void find(List<String> words, Map<Concept, Finding> found) {
    boolean denied = false;
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      if (word.equals(Words.STOP) || word.equals(Words.ASKED)) {
        denied = false;
      }
      Map<Concept, String> here = startingAt(words, at);
      if (here.containsKey(Concept.OTHERS_FINE)) {
        here.keySet().removeAll(OF_THE_OTHERS);
      }
      denied |= here.containsKey(Concept.DENIAL);
      for (Map.Entry<Concept, String> each : here.entrySet()) {
        boolean not = denied || negated(words, at, each.getKey());
        Optional<Concept> said = not ? each.getKey().negated() : Optional.of(each.getKey());
        if (said.isPresent()) {
          found.putIfAbsent(said.get(), new Finding(said.get(), each.getValue()));
        }
      }
    }
  }

  private Map<Concept, String> startingAt(List<String> words, int at) {
    Map<Concept, String> here = new EnumMap<>(Concept.class);
    String word = words.get(at);
    match(byFirstWord.getOrDefault(word, List.of()), words, at, here);
    match(openAt(word), words, at, here);
    return here;
  }

  /** The phrases that may begin with this word by an open place; words come again and again. */
  private List<Phrase> openAt(String word) {
    List<Phrase> known = openByWord.get(word);
    if (known != null) {
      return known;
    }
    List<Phrase> open = new ArrayList<>();
    byOpenWord.forEach(
        (element, phrases) -> {
          if (element.matches(word)) {
            open.addAll(phrases);
          }
        });
    if (openByWord.size() < MOST_REMEMBERED) {
      openByWord.put(word, open);
    }
    return open;
  }

  private static void match(
      List<Phrase> phrases, List<String> words, int at, Map<Concept, String> here) {
    for (Phrase phrase : phrases) {
      int end = here.containsKey(phrase.concept()) ? -1 : phrase.end(words, at);
      if (end > at) {
        here.put(phrase.concept(), phrase.shown(words, at, end));
      }
    }
  }

  /** "Not saved for any" does not deny "any"; "not everybody" does. */
  private static int reach(Concept concept) {
    return SCOPES.contains(concept) ? 1 : NEGATION_REACH;
  }

  private boolean negated(List<String> words, int at, Concept concept) {
    return stands(negations, words, at, reach(concept))
        || (concept == Concept.STILL_WORKS && stands(nobody, words, at, WIDE_REACH));
  }

  /** Whether one of these words stands shortly before, in the same part of the sentence. */
  private static boolean stands(Set<String> ones, List<String> words, int at, int reach) {
    for (int i = at - 1; i >= Math.max(0, at - reach); i--) {
      if (Words.isMark(words.get(i))) {
        return false;
      }
      if (ones.contains(words.get(i))) {
        return true;
      }
    }
    return false;
  }
}
