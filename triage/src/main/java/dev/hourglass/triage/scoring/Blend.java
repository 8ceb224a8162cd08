package dev.hourglass.triage.scoring;

import dev.hourglass.contracts.promise.Priority;
import java.util.EnumMap;
import java.util.Map;

/**
 * Two opinions become one. The rules know what matters but miss phrases that nobody wrote down; the
 * wording knows more phrases but not what matters. What either holds impossible is unlikely. How
 * much each counts was chosen by cross-validation.
 */
public final class Blend {

  private static final double OF_RULES = 0.4;
  private static final double OF_WORDING = 1.0;

  /** A missed outage costs more than a false alarm. */
  private static final double FOR_URGENT = 0.45;

  private Blend() {}

  /** The shares of both together; together 1. */
  public static Map<Priority, Double> of(
      Map<Priority, Double> byRules, Map<Priority, Double> byWording) {
    Map<Priority, Double> shares = new EnumMap<>(Priority.class);
    double total = 0;
    for (Priority priority : Priority.values()) {
      double points =
          OF_RULES * Math.log(byRules.get(priority))
              + OF_WORDING * Math.log(byWording.get(priority))
              + (priority == Priority.P1 ? FOR_URGENT : 0);
      shares.put(priority, Math.exp(points));
      total += Math.exp(points);
    }
    double sum = total;
    shares.replaceAll((priority, share) -> share / sum);
    return shares;
  }
}
