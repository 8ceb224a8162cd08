package dev.hourglass.triage.scoring;

import static dev.hourglass.contracts.Rules.listOf;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.triage.concept.Concept;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up the points of the rules that hold. */
public final class Scoring {

  private final List<Rule> rules;

  public Scoring(List<Rule> rules) {
    this.rules = listOf(rules);
  }

  /** All rules, in their order. */
  public List<Rule> rules() {
    return rules;
  }

  /** The rules that hold for what was found. */
  public List<Rule> holding(Set<Concept> found) {
    return rules.stream().filter(rule -> rule.holds(found)).toList();
  }

  /** How likely each priority is by these rules; together 1. */
  public static Map<Priority, Double> likelihoods(List<Rule> holding) {
    Map<Priority, Double> likelihoods = new EnumMap<>(Priority.class);
    double total = 0;
    for (Priority priority : Priority.values()) {
      double points = 0;
      for (Rule rule : holding) {
        points += rule.pointsFor(priority);
      }
      double weight = Math.exp(points);
      likelihoods.put(priority, weight);
      total += weight;
    }
    double sum = total;
    likelihoods.replaceAll((priority, weight) -> weight / sum);
    return likelihoods;
  }
}
