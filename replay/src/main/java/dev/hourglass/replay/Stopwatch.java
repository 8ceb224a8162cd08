package dev.hourglass.replay;

import dev.hourglass.replay.comparison.Report;
import java.util.Locale;

/** How long the fold alone took, without reading and without writing. */
final class Stopwatch {

  private static final double NANOS = 1e9;

  private long nanos;

  /** Runs, and counts the time that it takes. */
  void time(Runnable run) {
    long began = System.nanoTime();
    run.run();
    nanos += System.nanoTime() - began;
  }

  /** The speed in words: facts by the second, however often each was folded. */
  String speed(Report report, String howOften) {
    double seconds = nanos / NANOS;
    return String.format(
        Locale.ROOT,
        "Folded %,d facts of %,d tickets %s in %.3f s: %,.0f facts/s",
        report.facts(),
        report.tickets(),
        howOften,
        seconds,
        seconds == 0 ? 0 : report.facts() / seconds);
  }
}
