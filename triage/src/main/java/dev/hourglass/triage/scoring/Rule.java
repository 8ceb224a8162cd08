package dev.hourglass.triage.scoring;

import dev.hourglass.contracts.Rules;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.triage.concept.Concept;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Concepts that together speak for or against priorities.
 *
 * @param when all of them are found
 * @param unless none of them is found
 * @param because for people, in English
 * @param points for or against each priority
 */
public record Rule(
    String rule,
    List<Concept> when,
    List<Concept> unless,
    String because,
    Map<Priority, Double> points) {

  public Rule {
    Rules.required(rule, "rule");
    when = Rules.listOf(when);
    unless = Rules.listOf(unless);
    points = points == null ? Map.of() : Map.copyOf(points);
  }

  boolean holds(Set<Concept> found) {
    return found.containsAll(when) && unless.stream().noneMatch(found::contains);
  }

  /** Its points for a priority; 0 if none are given. */
  public double pointsFor(Priority priority) {
    return points.getOrDefault(priority, 0.0);
  }

  Rule withPoints(Map<Priority, Double> points) {
    return new Rule(rule, when, unless, because, new EnumMap<>(points));
  }
}
