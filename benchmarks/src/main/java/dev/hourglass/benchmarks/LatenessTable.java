package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.figures.Percentiles;
import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.figures.Table;
import dev.hourglass.benchmarks.ticket.Verdict;

/** Lateness as all benchmarks show it. */
final class LatenessTable {

  private final Table table =
      new Table(
          "Visible lateness in ms: arrival at a read_committed reader less deadline",
          "open clocks",
          "deadlines",
          "p50",
          "p90",
          "p99",
          "max",
          "detected p50",
          "detected p99",
          "missed",
          "twice",
          "false",
          "withdrawn",
          "incomplete");

  void row(long openClocks, Verdict verdict) {
    Percentiles visible = verdict.visible();
    table.row(
        openClocks,
        verdict.expected(),
        visible.at(50),
        visible.at(90),
        visible.at(99),
        visible.max(),
        verdict.detected().at(50),
        verdict.detected().at(99),
        verdict.missed(),
        verdict.twice(),
        verdict.wrong(),
        verdict.withdrawn(),
        verdict.incomplete());
  }

  Table table() {
    return table;
  }

  /** Names what must not be. */
  static void judge(Report report, long openClocks, Verdict verdict) {
    if (!verdict.right()) {
      report.problem(
          "with %,d clocks open: %,d missed, %,d said twice, %,d false, %,d withdrawn"
              .formatted(
                  openClocks,
                  verdict.missed(),
                  verdict.twice(),
                  verdict.wrong(),
                  verdict.withdrawn()));
    }
  }
}
