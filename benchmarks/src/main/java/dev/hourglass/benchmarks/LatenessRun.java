package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.figures.Table;
import dev.hourglass.benchmarks.process.Patience;
import dev.hourglass.benchmarks.ticket.Desk;
import dev.hourglass.benchmarks.ticket.Verdict;
import java.time.Duration;
import java.util.List;

/** Lateness and cost, at one number of open clocks after the other, in one monitor. */
final class LatenessRun {

  private static final Duration AT_REST = Duration.ofSeconds(5);
  private static final double P99_LIMIT = 250;
  private static final double MAX_LIMIT = 1_000;
  private static final double COST_LIMIT = 1.5;
  private static final double MICROS = 1e6;

  private final Stage stage;
  private final NormalLoad normalLoad;
  private final long batch;
  private final Desk desk = new Desk();
  private final Report report;
  private final LatenessTable lateness = new LatenessTable();
  private final Table costs =
      new Table(
          "Cost",
          "open clocks",
          "facts in batch",
          "processor µs a fact",
          "less rest",
          "at rest, % of a core",
          "facts/s",
          "resident MB",
          "state MB");
  private final Table ratios =
      new Table("Ratios", "open clocks", "p99 ÷ 250 ms", "max ÷ 1 s", "cost ÷ first", "limit");
  private double firstCost = Double.NaN;

  LatenessRun(Stage stage, NormalLoad normalLoad, long batch) {
    this.stage = stage;
    report = stage.report("lateness");
    this.normalLoad = normalLoad;
    this.batch = batch;
  }

  Report run(List<Long> clocks) {
    stage.tell("starting the monitor");
    stage.startMonitor().awaitReady();
    for (long wanted : clocks) {
      measure(wanted);
    }
    return report.table(ratios).table(lateness.table()).table(costs);
  }

  private void measure(long wanted) {
    stage.tell("opening clocks up to %,d", wanted);
    Load.Pace pace = Load.clocks(stage, desk, wanted - desk.openClocks());
    stage.tell(
        "%,d facts were read, folded and kept at %,.0f/s", pace.facts(), pace.factsPerSecond());
    double cost = cost(wanted);
    stage.tell("deadlines fall");
    Verdict verdict = normalLoad.run(stage, desk);
    lateness.row(wanted, verdict);
    LatenessTable.judge(report, wanted, verdict);
    stage.settle(desk.openClocks());
    firstCost = Double.isNaN(firstCost) ? cost : firstCost;
    ratios.row(
        wanted,
        verdict.visible().at(99) / P99_LIMIT,
        verdict.visible().max() / MAX_LIMIT,
        cost / firstCost,
        "1, 1, " + COST_LIMIT);
  }

  /** Microseconds of processor time of the monitor for a fact, less what it takes at rest. */
  private double cost(long wanted) {
    Monitor monitor = stage.monitor();
    double resting = monitor.processorSeconds();
    Patience.pause(AT_REST);
    double rest = (monitor.processorSeconds() - resting) / Numbers.seconds(AT_REST);
    stage.tell("taking the cost of %,d facts", batch);
    double before = monitor.processorSeconds();
    long began = System.nanoTime();
    long facts = Load.ordinary(stage, desk, batch, stage.publisher()::say);
    stage.settle(desk.openClocks());
    double seconds = Numbers.seconds(Duration.ofNanos(System.nanoTime() - began));
    double used = monitor.processorSeconds() - before;
    double cost = (used - rest * seconds) / facts * MICROS;
    costs.row(
        wanted,
        facts,
        used / facts * MICROS,
        cost,
        rest * 100,
        facts / seconds,
        monitor.residentMegabytes(),
        monitor.stateMegabytes());
    return cost;
  }
}
