package dev.hourglass.triage.command;

import java.util.Arrays;
import java.util.Locale;

/** How long decisions took; the last ones, when all is warm. */
final class Durations {

  private static final int MOST = 100_000;
  private static final double MICROS = 1_000.0;
  private static final double NANOS = 1e9;

  private final long[] nanos = new long[MOST];
  private long total;
  private int count;

  void add(long taken) {
    nanos[count % MOST] = taken;
    total += taken;
    count++;
  }

  /** For people. */
  String line() {
    long[] sorted = Arrays.copyOf(nanos, Math.min(count, MOST));
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "%d decided in %d ms: %.0f a second, half in %.0f µs, 99%% in %.0f µs",
        count,
        total / 1_000_000,
        total == 0 ? 0 : count * NANOS / total,
        share(sorted, 0.5) / MICROS,
        share(sorted, 0.99) / MICROS);
  }

  private static long share(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
