package dev.hourglass.triage.wording;

import dev.hourglass.contracts.promise.Priority;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns what pieces of texts speak for: multinomial logistic regression over pieces weighted by
 * their rarity, by accelerated gradient descent, so that the same texts always teach the same.
 */
public final class WordingFitting {

  private static final int ROUNDS = 400;
  private static final double STEP = 1.0;

  /** Keeps points small where few texts speak for them. */
  private static final double SHRINK = 1.0 / 30;

  /** What fewer texts have teaches nothing about others. */
  private static final int FEWEST_TEXTS = 2;

  private static final double LEAST_POINTS = 0.1;
  private static final int COUNT = Priority.values().length;

  private final List<Set<String>> texts = new ArrayList<>();
  private final List<Priority> known = new ArrayList<>();

  /** Adds a text by its words. */
  public void add(List<String> words, String language, Priority priority) {
    texts.add(Pieces.of(words, language));
    known.add(priority);
  }

  /** What these texts teach. */
  public Wording fit() {
    List<String> names = new ArrayList<>();
    List<Double> rarities = new ArrayList<>();
    frequent()
        .forEach(
            (name, count) -> {
              names.add(name);
              rarities.add(Math.log((1.0 + texts.size()) / (1 + count)) + 1);
            });
    names.add(Wording.ALWAYS);
    rarities.add(1.0);
    double[][] points = new Descent(names, rarities).points();
    Map<String, Wording.Piece> pieces = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (strong(points[i]) || names.get(i).equals(Wording.ALWAYS)) {
        pieces.put(names.get(i), new Wording.Piece(rarities.get(i), points[i]));
      }
    }
    return new Wording(pieces);
  }

  private Map<String, Integer> frequent() {
    Map<String, Integer> counts = new TreeMap<>();
    texts.forEach(text -> text.forEach(piece -> counts.merge(piece, 1, Integer::sum)));
    counts.values().removeIf(count -> count < FEWEST_TEXTS);
    return counts;
  }

  private static boolean strong(double[] points) {
    for (double each : points) {
      if (Math.abs(each) >= LEAST_POINTS) {
        return true;
      }
    }
    return false;
  }

  /** The texts as numbers, and the way down. */
  private final class Descent {

    private final int[][] pieces = new int[texts.size()][];
    private final double[][] weights = new double[texts.size()][];
    private final int size;

    Descent(List<String> names, List<Double> rarities) {
      size = names.size();
      Map<String, Integer> places = new HashMap<>();
      names.forEach(name -> places.put(name, places.size()));
      for (int text = 0; text < pieces.length; text++) {
        int[] found =
            texts.get(text).stream()
                .filter(places::containsKey)
                .mapToInt(places::get)
                .sorted()
                .toArray();
        read(text, found, rarities);
      }
    }

    private void read(int text, int[] found, List<Double> rarities) {
      double length = 0;
      for (int piece : found) {
        length += rarities.get(piece) * rarities.get(piece);
      }
      pieces[text] = new int[found.length + 1];
      weights[text] = new double[found.length + 1];
      for (int i = 0; i < found.length; i++) {
        pieces[text][i] = found[i];
        weights[text][i] = rarities.get(found[i]) / Math.sqrt(length);
      }
      pieces[text][found.length] = size - 1;
      weights[text][found.length] = 1;
    }

    double[][] points() {
      double[][] points = new double[size][COUNT];
      double[][] ahead = new double[size][COUNT];
      double momentum = 1;
      for (int round = 0; round < ROUNDS; round++) {
        double[][] slope = slope(ahead);
        double next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
        double onward = (momentum - 1) / next;
        for (int i = 0; i < size; i++) {
          for (int p = 0; p < COUNT; p++) {
            double before = points[i][p];
            points[i][p] = ahead[i][p] - STEP * slope[i][p];
            ahead[i][p] = points[i][p] + onward * (points[i][p] - before);
          }
        }
        momentum = next;
      }
      return points;
    }

    private double[][] slope(double[][] points) {
      double[][] slope = new double[size][COUNT];
      for (int text = 0; text < pieces.length; text++) {
        double[] off = likelihoods(points, text);
        off[known.get(text).ordinal()] -= 1;
        for (int i = 0; i < pieces[text].length; i++) {
          for (int p = 0; p < COUNT; p++) {
            slope[pieces[text][i]][p] += off[p] * weights[text][i] / pieces.length;
          }
        }
      }
      for (int i = 0; i < size - 1; i++) {
        for (int p = 0; p < COUNT; p++) {
          slope[i][p] += SHRINK / pieces.length * points[i][p];
        }
      }
      return slope;
    }

    private double[] likelihoods(double[][] points, int text) {
      double[] sums = new double[COUNT];
      for (int i = 0; i < pieces[text].length; i++) {
        for (int p = 0; p < COUNT; p++) {
          sums[p] += points[pieces[text][i]][p] * weights[text][i];
        }
      }
      double total = 0;
      for (int p = 0; p < COUNT; p++) {
        sums[p] = Math.exp(sums[p]);
        total += sums[p];
      }
      for (int p = 0; p < COUNT; p++) {
        sums[p] /= total;
      }
      return sums;
    }
  }
}
