package dev.hourglass.benchmarks.figures;

import java.util.Arrays;
import java.util.Collection;

/** Values in order, for percentiles by nearest rank: each is a value that was measured. */
public final class Percentiles {

  private final double[] sorted;

  private Percentiles(double[] sorted) {
    this.sorted = sorted;
  }

  public static Percentiles of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Percentiles(sorted);
  }

  public int count() {
    return sorted.length;
  }

  /**
   * The smallest value that at least {@code percent} of all do not exceed; NaN if there are none.
   *
   * @param percent above 0, up to 100
   */
  public double at(double percent) {
    if (percent <= 0 || percent > 100) {
      throw new IllegalArgumentException("a percentile is above 0 and up to 100");
    }
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }

  /** The largest; NaN if there are none. */
  public double max() {
    return at(100);
  }

  @Override
  public String toString() {
    return Arrays.toString(sorted);
  }
}
