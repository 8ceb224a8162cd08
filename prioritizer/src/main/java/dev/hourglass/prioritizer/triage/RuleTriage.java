package dev.hourglass.prioritizer.triage;

import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Workaround;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Triage by a readable list of phrases in English, German, Danish and Dutch. A phrase with a
 * negation shortly before it does not count ("the service is not down").
 */
public final class RuleTriage implements Triage {

  private static final String ANY = "*";
  private static final int NEGATION_REACH = 3;
  private static final double UNKNOWN_WEIGHT = 1.0;
  private static final double CONFIDENCE_OF_NOTHING = 0.1;
  private static final int SUBJECT_BONUS = 1;

  private final List<TriageRule> rules;
  private final Set<String> negations;
  private final double reviewBelow;
  private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
  private final List<Phrase> byPrefix = new ArrayList<>();

  private record Phrase(TriageRule rule, List<String> words) {}

  /**
   * @param negations words after which a phrase does not count
   * @param reviewBelow below this confidence a person should look at it
   */
  public RuleTriage(List<TriageRule> rules, Set<String> negations, double reviewBelow) {
    rule(reviewBelow > 0 && reviewBelow < 1, "'reviewBelow' is between 0 and 1");
    this.rules = List.copyOf(rules);
    this.negations = Set.copyOf(negations);
    this.reviewBelow = reviewBelow;
    for (TriageRule each : rules) {
      for (String phrase : each.phrases()) {
        index(new Phrase(each, Words.of(phrase)));
      }
    }
  }

  private void index(Phrase phrase) {
    String first = phrase.words().get(0);
    if (first.endsWith(ANY)) {
      byPrefix.add(phrase);
    } else {
      byFirstWord.computeIfAbsent(first, word -> new ArrayList<>()).add(phrase);
    }
  }

  @Override
  public Assessment assess(@Nullable String subject, @Nullable String description) {
    Set<TriageRule> inSubject = hits(subject);
    Set<TriageRule> all = new LinkedHashSet<>(inSubject);
    all.addAll(hits(description));
    Map<Impact, Integer> impacts = new EnumMap<>(Impact.class);
    Map<Workaround, Integer> workarounds = new EnumMap<>(Workaround.class);
    for (TriageRule hit : all) {
      int weight = hit.weight() + (inSubject.contains(hit) ? SUBJECT_BONUS : 0);
      if (hit.impact() != null) {
        impacts.merge(hit.impact(), weight, Integer::sum);
      } else {
        workarounds.merge(hit.workaround(), weight, Integer::sum);
      }
    }
    return impacts.isEmpty() ? nothing(top(workarounds)) : found(all, impacts, top(workarounds));
  }

  private Assessment found(
      Set<TriageRule> hits, Map<Impact, Integer> impacts, @Nullable Workaround workaround) {
    Impact impact = top(impacts);
    double total = impacts.values().stream().mapToInt(Integer::intValue).sum();
    double confidence = impacts.get(impact) / (total + UNKNOWN_WEIGHT);
    List<Reason> reasons =
        rules.stream()
            .filter(hits::contains)
            .filter(hit -> hit.impact() == impact || isSaid(hit, workaround))
            .map(hit -> new Reason("text-" + hit.name(), hit.because()))
            .toList();
    return new Assessment(impact, workaround, confidence, confidence < reviewBelow, reasons);
  }

  private static boolean isSaid(TriageRule hit, @Nullable Workaround workaround) {
    return hit.workaround() != null && hit.workaround() == workaround;
  }

  private static Assessment nothing(@Nullable Workaround workaround) {
    return new Assessment(
        Impact.FEATURE_ISSUE,
        workaround,
        CONFIDENCE_OF_NOTHING,
        true,
        List.of(
            new Reason(
                "text-nothing-recognised",
                "The text says nothing that the rules know; it is taken as a general problem.")));
  }

  /** The one that most speaks for; of equals the first, which is the more severe. */
  private static <K> @Nullable K top(Map<K, Integer> scores) {
    K top = null;
    for (Map.Entry<K, Integer> score : scores.entrySet()) {
      if (top == null || score.getValue() > scores.get(top)) {
        top = score.getKey();
      }
    }
    return top;
  }

  private Set<TriageRule> hits(@Nullable String text) {
    Set<TriageRule> hits = new LinkedHashSet<>();
    if (text == null) {
      return hits;
    }
    List<String> words = Words.of(text);
    for (int at = 0; at < words.size(); at++) {
      hitsAt(words, at, byFirstWord.getOrDefault(words.get(at), List.of()), hits);
      hitsAt(words, at, byPrefix, hits);
    }
    return hits;
  }

  private void hitsAt(List<String> words, int at, List<Phrase> phrases, Set<TriageRule> hits) {
    for (Phrase phrase : phrases) {
      if (!hits.contains(phrase.rule())
          && matches(words, at, phrase.words())
          && !negated(words, at)) {
        hits.add(phrase.rule());
      }
    }
  }

  private boolean matches(List<String> words, int at, List<String> phrase) {
    if (at + phrase.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!matches(words.get(at + i), phrase.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean matches(String word, String wanted) {
    if (wanted.equals(ANY)) {
      return !word.equals(Words.STOP) && !negations.contains(word);
    }
    return wanted.endsWith(ANY)
        ? word.startsWith(wanted.substring(0, wanted.length() - 1))
        : word.equals(wanted);
  }

  private boolean negated(List<String> words, int at) {
    for (int i = at - 1; i >= Math.max(0, at - NEGATION_REACH); i--) {
      if (words.get(i).equals(Words.STOP)) {
        return false;
      }
      if (negations.contains(words.get(i))) {
        return true;
      }
    }
    return false;
  }
}
