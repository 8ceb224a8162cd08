package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.figures.Table;
import dev.hourglass.benchmarks.kafka.BreachEar;
import dev.hourglass.benchmarks.process.Patience;
import dev.hourglass.benchmarks.ticket.PastHours;
import dev.hourglass.benchmarks.ticket.Verdict;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A monitor that finds hours of facts before it, stops and overdue deadlines among them. */
final class BacklogRun {

  /** For an hour's facts at 100 tickets a second. */
  private static final double LIMIT_SECONDS = 120;

  private static final Duration WITHIN = Duration.ofHours(1);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final Duration HEAR_AGAIN = Duration.ofSeconds(5);

  private final Stage stage;
  private final PastHours past;
  private final Table times =
      new Table("Seconds from the start of the process", "until", "seconds", "facts/s since start");
  private long began;

  BacklogRun(Stage stage, PastHours past) {
    this.stage = stage;
    this.past = past;
  }

  /**
   * Lets the monitor find them.
   *
   * @param share of an hour at 100 tickets a second
   */
  Report run(double share) {
    stage.tell("saying what happened");
    past.say(stage.publisher()::say);
    stage.publisher().flush();
    stage.tell("%,d facts, %,d deadlines were missed", past.facts(), past.missed().size());
    try (BreachEar ear = new BreachEar(stage.bootstrapServers())) {
      began = System.nanoTime();
      Monitor monitor = stage.startMonitor();
      double first = until("the first commit", () -> stage.ends().committedByStream() > 0);
      until("all facts are read", stage.ends()::streamHasReadAll);
      until("all breaches are heard", () -> ear.breaches() >= past.missed().size());
      double done =
          until("all tickets are looked at", () -> monitor.openClocks() == past.openClocks());
      until("it says that it is ready", monitor::isReady);
      until("ledgers and board are up to date", stage.ends()::allRead);
      Patience.pause(HEAR_AGAIN);
      return report(Verdict.of(past.missed(), ear.heard()), first, done, LIMIT_SECONDS * share);
    }
  }

  private double until(String what, BooleanSupplier condition) {
    Patience.until(what, WITHIN, LOOK_EVERY, condition);
    double seconds = Numbers.seconds(Duration.ofNanos(System.nanoTime() - began));
    times.row(what, seconds, past.facts() / seconds);
    stage.tell("%s: %.1f s", what, seconds);
    return seconds;
  }

  private Report report(Verdict verdict, double first, double done, double limit) {
    Report report =
        stage
            .report("backlog")
            .setting("facts", past.facts())
            .table(
                new Table("Ratios", "time to drain, s", "measured", "limit", "ratio")
                    .row("from the start of the process", done, limit, done / limit)
                    .row("from the first commit", done - first, limit, (done - first) / limit))
            .table(times)
            .table(
                new Table(
                        "Breaches", "right", "missed", "twice", "false", "withdrawn", "incomplete")
                    .row(
                        verdict.visible().count(),
                        verdict.missed(),
                        verdict.twice(),
                        verdict.wrong(),
                        verdict.withdrawn(),
                        verdict.incomplete()));
    LatenessTable.judge(report, past.openClocks(), verdict);
    return report;
  }
}
