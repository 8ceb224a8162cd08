package dev.hourglass.triage.scoring;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.triage.concept.Concept;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the points of the rules from texts whose priority is known: multinomial logistic
 * regression, by plain gradient descent, so that the same texts always give the same points.
 */
public final class Fitting {

  private static final int ROUNDS = 1_500;
  private static final double STEP = 0.3;

  /** Keeps points small where few texts speak for them. */
  private static final double SHRINK = 0.004;

  private static final int TIMES_WITH_MISSES = 4;
  private static final double SHARE_MISSED = 0.2;

  private static final Priority[] PRIORITIES = Priority.values();

  private final Random random = new Random(1);
  private final List<Rule> rules;
  private final List<int[]> texts = new ArrayList<>();
  private final List<Priority> known = new ArrayList<>();

  public Fitting(Scoring scoring) {
    this.rules = scoring.rules();
  }

  /**
   * Adds a text by what was found in it, and again with some of it missed: phrases of a text that
   * nobody has seen will be missed, and the points must bear it.
   */
  public void add(Set<Concept> found, Priority priority) {
    add(found, priority, 0);
    for (int time = 0; time < TIMES_WITH_MISSES; time++) {
      add(found, priority, SHARE_MISSED);
    }
  }

  private void add(Set<Concept> found, Priority priority, double missed) {
    Set<Concept> concepts = EnumSet.noneOf(Concept.class);
    for (Concept concept : Concept.values()) {
      if (found.contains(concept) && random.nextDouble() >= missed) {
        concepts.add(concept);
      }
    }
    texts.add(
        IntStream.range(0, rules.size()).filter(rule -> rules.get(rule).holds(concepts)).toArray());
    known.add(priority);
  }

  /** The same rules with the points that suit the texts best. */
  public List<Rule> fit() {
    double[][] points = new double[rules.size()][PRIORITIES.length];
    for (int round = 0; round < ROUNDS; round++) {
      step(points);
    }
    List<Rule> fitted = new ArrayList<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      Map<Priority, Double> rounded = new EnumMap<>(Priority.class);
      for (Priority priority : PRIORITIES) {
        rounded.put(priority, Math.round(points[rule][priority.ordinal()] * 100) / 100.0 + 0.0);
      }
      fitted.add(rules.get(rule).withPoints(rounded));
    }
    return fitted;
  }

  private void step(double[][] points) {
    double[][] slope = new double[points.length][PRIORITIES.length];
    for (int text = 0; text < texts.size(); text++) {
      double[] likelihoods = likelihoods(points, texts.get(text));
      likelihoods[known.get(text).ordinal()] -= 1;
      for (int rule : texts.get(text)) {
        for (int p = 0; p < PRIORITIES.length; p++) {
          slope[rule][p] += likelihoods[p] / texts.size();
        }
      }
    }
    for (int rule = 0; rule < points.length; rule++) {
      for (int p = 0; p < PRIORITIES.length; p++) {
        points[rule][p] -= STEP * (slope[rule][p] + SHRINK * points[rule][p]);
      }
    }
  }

  private static double[] likelihoods(double[][] points, int[] holding) {
    double[] likelihoods = new double[PRIORITIES.length];
    double total = 0;
    for (int p = 0; p < PRIORITIES.length; p++) {
      double sum = 0;
      for (int rule : holding) {
        sum += points[rule][p];
      }
      likelihoods[p] = Math.exp(sum);
      total += likelihoods[p];
    }
    for (int p = 0; p < PRIORITIES.length; p++) {
      likelihoods[p] /= total;
    }
    return likelihoods;
  }
}
