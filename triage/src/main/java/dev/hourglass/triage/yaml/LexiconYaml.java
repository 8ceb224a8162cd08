package dev.hourglass.triage.yaml;

import dev.hourglass.triage.concept.Concept;
import dev.hourglass.triage.concept.Element;
import dev.hourglass.triage.concept.Lexicon;
import dev.hourglass.triage.concept.Phrase;
import dev.hourglass.triage.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the phrases of a language. A phrase is words in order; {@code ~} stands for up to four
 * words, {@code _} for one, {@code a|b} for either, {@code begin*} for all that begin so, {@code
 * <name>} for any of a group.
 */
public final class LexiconYaml {

  /** The group of words like nobody, none, no. */
  private static final String NOBODY = "no";

  private LexiconYaml() {}

  private record Document(
      List<String> negations,
      Map<String, List<String>> groups,
      Map<Concept, List<String>> concepts) {}

  /**
   * The shipped phrases of a language.
   *
   * @param language its ISO 639-1 code
   */
  public static Lexicon shipped(String language) {
    return lexicon(Resources.read("/triage/" + language + ".yaml", Document.class));
  }

  private static Lexicon lexicon(Document document) {
    Set<String> nobody = folded(document.groups().getOrDefault(NOBODY, List.of()));
    Map<String, Element> known = new HashMap<>();
    List<Phrase> phrases = new ArrayList<>();
    document
        .concepts()
        .forEach(
            (concept, texts) ->
                texts.forEach(
                    text -> phrases.add(phrase(concept, text, document.groups(), known))));
    return new Lexicon(folded(document.negations()), nobody, phrases);
  }

  private static Set<String> folded(List<String> words) {
    Set<String> folded = new HashSet<>();
    words.forEach(word -> folded.add(Words.fold(word)));
    return folded;
  }

  private static Phrase phrase(
      Concept concept, String text, Map<String, List<String>> groups, Map<String, Element> known) {
    List<Element> elements = new ArrayList<>();
    for (String place : text.trim().split(" +")) {
      elements.add(known.computeIfAbsent(place, any -> element(place, groups)));
    }
    return new Phrase(concept, List.copyOf(elements));
  }

  private static Element element(String place, Map<String, List<String>> groups) {
    List<String> alternatives = new ArrayList<>();
    for (String each : place.split("\\|")) {
      if (each.startsWith("<")) {
        String name = each.substring(1, each.length() - 1);
        List<String> group = groups.get(name);
        if (group == null) {
          throw new IllegalArgumentException("there is no group '" + name + "'");
        }
        group.forEach(words -> alternatives.addAll(Arrays.asList(words.split("\\|"))));
      } else {
        alternatives.add(each);
      }
    }
    return Element.of(alternatives);
  }
}
