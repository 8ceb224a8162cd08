package dev.hourglass.triage.wording;

import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Priority;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What words and pairs of words speak for, learned from texts whose priority is known. */
public final class Wording {

  /** What every text has. */
  static final String ALWAYS = "(always)";

  private final Map<String, Piece> pieces;

  /**
   * What is known of a piece.
   *
   * @param rarity grows as fewer texts have it
   * @param points for or against each priority, by its place
   */
  record Piece(double rarity, double[] points) {

    Piece {
      rule(points.length == Priority.values().length, "a piece has points for each priority");
    }

    private double speaksFor(Priority priority) {
      double sum = 0;
      for (double each : points) {
        sum += each;
      }
      return points[priority.ordinal()] - sum / points.length;
    }
  }

  Wording(Map<String, Piece> pieces) {
    this.pieces = Map.copyOf(pieces);
  }

  Map<String, Piece> pieces() {
    return pieces;
  }

  /** How many pieces of a text are known. */
  public int known(List<String> words, String language) {
    return (int) Pieces.of(words, language).stream().filter(pieces::containsKey).count();
  }

  /** How likely each priority is by the words; together 1. */
  public Map<Priority, Double> likelihoods(List<String> words, String language) {
    double[] points = new double[Priority.values().length];
    double length = 0;
    for (String each : Pieces.of(words, language)) {
      Piece piece = pieces.get(each);
      if (piece != null) {
        length += piece.rarity() * piece.rarity();
        add(points, piece, piece.rarity());
      }
    }
    double scale = length > 0 ? 1 / Math.sqrt(length) : 0;
    for (int p = 0; p < points.length; p++) {
      points[p] *= scale;
    }
    Piece always = pieces.get(ALWAYS);
    if (always != null) {
      add(points, always, 1);
    }
    return shares(points);
  }

  private static void add(double[] points, Piece piece, double times) {
    for (int p = 0; p < points.length; p++) {
      points[p] += times * piece.points()[p];
    }
  }

  private static Map<Priority, Double> shares(double[] points) {
    Map<Priority, Double> shares = new EnumMap<>(Priority.class);
    double total = 0;
    for (double each : points) {
      total += Math.exp(each);
    }
    for (Priority priority : Priority.values()) {
      shares.put(priority, Math.exp(points[priority.ordinal()]) / total);
    }
    return shares;
  }

  /** The notions that speak most for a priority, strongest first: never words of the text. */
  public List<String> strongest(List<String> words, String language, Priority priority, int most) {
    List<String> strongest = new ArrayList<>();
    Pieces.of(words, language).stream()
        .filter(pieces::containsKey)
        .filter(each -> weight(each, priority) > 0)
        .filter(each -> each.charAt(0) == Pieces.NOTION)
        .sorted(Comparator.comparingDouble(each -> -weight(each, priority)))
        .limit(most)
        .forEach(each -> strongest.add(each.substring(1)));
    return strongest;
  }

  private double weight(String each, Priority priority) {
    Piece piece = pieces.get(each);
    return piece.rarity() * piece.speaksFor(priority);
  }
}
