package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.figures.Percentiles;
import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.figures.Table;
import dev.hourglass.clocks.clock.ClockFold;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import dev.hourglass.replay.Arguments;
import dev.hourglass.replay.comparison.Window;
import dev.hourglass.replay.history.AsMade;
import dev.hourglass.replay.history.EditionPromises;
import dev.hourglass.replay.history.GeneratedLog;
import dev.hourglass.replay.history.HistoryReplay;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How many facts a second one thread folds, and replays: that is two folds, promises made anew and
 * a comparison. In rounds, so that the first ones warm it up; the second half of them counts.
 */
final class ReplayBenchmark implements Benchmark {

  private static final double LIMIT = 200_000;
  private static final double NANOS = 1e9;
  private static final long SEED = 42;
  private static final Duration HISTORY = Duration.ofDays(400);

  /** Asked for in the end, so that no compiler leaves the work undone. */
  private long clocks;

  @Override
  public Set<String> options() {
    return Set.of("--tickets", "--rounds");
  }

  @Override
  public String help() {
    return """
        --tickets N          of about ten facts each            (60000)
        --rounds N           of which the first half warms up   (8)
        """;
  }

  @Override
  public Run prepare(Arguments arguments) {
    int tickets = (int) Numbers.whole(arguments, "--tickets", 100, 60_000);
    int rounds = (int) Numbers.whole(arguments, "--rounds", 2, 8);
    return (setup, progress) -> run(tickets, rounds, progress);
  }

  private Report run(int tickets, int rounds, PrintStream progress) {
    EditionPromises asMade = shipped("2021");
    EditionPromises other = shipped("2020");
    List<List<HeardFact>> log = new GeneratedLog(asMade, SEED).tickets(tickets);
    long facts = log.stream().mapToLong(List::size).sum();
    Instant end = GeneratedLog.BEGINNING.plus(HISTORY);
    progress.printf("%,d tickets, %,d facts%n", tickets, facts);
    Table table =
        new Table(
            "Facts/s of one thread, by the wall and by its processor time",
            "round",
            "fold",
            "fold, processor",
            "replay",
            "replay, processor");
    List<Double> folds = new ArrayList<>();
    List<Double> replays = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      Speed fold = Speed.of(facts, () -> log.forEach(heard -> fold(heard, asMade, end)));
      HistoryReplay replay =
          new HistoryReplay(new AsMade(asMade), other, Window.of(null, null, Optional.of(end)));
      Speed whole = Speed.of(facts, () -> log.forEach(replay::ticket));
      table.row(round, fold.byWall(), fold.byProcessor(), whole.byWall(), whole.byProcessor());
      if (round > rounds / 2) {
        folds.add(fold.byProcessor());
        replays.add(whole.byProcessor());
      }
    }
    return new Report("replay")
        .setting("facts", facts)
        .setting("clocks folded", clocks)
        .table(
            new Table(
                    "Ratios of the middle of the second half", "what", "facts/s", "limit", "ratio")
                .row("fold", middle(folds), LIMIT, middle(folds) / LIMIT)
                .row("replay", middle(replays), "-", "-"))
        .table(table);
  }

  private void fold(List<HeardFact> heard, EditionPromises calendars, Instant end) {
    clocks += ClockFold.fold(TicketHistory.of(heard), calendars, end).clocks().size();
  }

  private static double middle(List<Double> speeds) {
    return Percentiles.of(speeds).at(50);
  }

  private static EditionPromises shipped(String edition) {
    return new EditionPromises(EditionYaml.read(ShippedEditions.document(edition)));
  }

  /** By the processor: others on the machine do not count. */
  private record Speed(double byWall, double byProcessor) {

    static Speed of(long facts, Runnable run) {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long wall = System.nanoTime();
      long processor = threads.getCurrentThreadCpuTime();
      run.run();
      return new Speed(
          facts / ((System.nanoTime() - wall) / NANOS),
          facts / ((threads.getCurrentThreadCpuTime() - processor) / NANOS));
    }
  }
}
