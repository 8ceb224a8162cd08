package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.figures.Table;
import dev.hourglass.benchmarks.kafka.BreachEar;
import dev.hourglass.benchmarks.process.Patience;
import dev.hourglass.benchmarks.ticket.Deadline;
import dev.hourglass.benchmarks.ticket.Desk;
import dev.hourglass.benchmarks.ticket.HeardAlert;
import dev.hourglass.benchmarks.ticket.TicketFacts;
import dev.hourglass.benchmarks.ticket.Verdict;
import dev.hourglass.contracts.alert.SlaBreached;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * A lone instance with many open clocks ends and comes back, while a deadline falls every half
 * second.
 */
final class RestartRun {

  private static final double LIMIT_SECONDS = 60;
  private static final Duration APART = Duration.ofMillis(500);
  private static final Duration BEFORE = Duration.ofSeconds(5);
  private static final Duration READY_WITHIN = Duration.ofMinutes(20);
  private static final Duration HEARD_WITHIN = Duration.ofMinutes(2);
  private static final Duration HEAR_AGAIN = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Stage stage;
  private final Duration deadlines;
  private final Desk desk = new Desk();
  private final Report report;
  private final Table ratios =
      new Table("Ratios", "lone instance", "ready again after s", "limit", "ratio");
  private final Table details =
      new Table(
          "Details",
          "lone instance",
          "gone after s",
          "ready after s",
          "first breach due after the start, s",
          "latest breach, s",
          "missed",
          "twice",
          "false",
          "resident MB",
          "heap MB",
          "state MB");

  RestartRun(Stage stage, Duration deadlines) {
    this.stage = stage;
    report = stage.report("restart");
    this.deadlines = deadlines;
  }

  Report run(long clocks) {
    stage.tell("starting the monitor");
    Monitor monitor = stage.startMonitor();
    monitor.awaitReady();
    stage.tell("opening %,d clocks", clocks);
    Load.clocks(stage, desk, clocks);
    measure("stopped", monitor::stop);
    measure("killed", monitor::kill);
    return report.table(ratios).table(details);
  }

  private void measure(String how, Runnable end) {
    Monitor monitor = stage.monitor();
    try (BreachEar ear = new BreachEar(stage.bootstrapServers())) {
      Instant first = stage.now().plus(BEFORE);
      Map<Deadline, Instant> due = open(first);
      stage.catchUp(desk.openClocks());
      Patience.pause(Duration.between(stage.now(), first.plus(BEFORE)));
      Instant endsAt = stage.now();
      end.run();
      Instant startedAt = stage.now();
      monitor.start();
      Patience.until("the monitor is ready again", READY_WITHIN, LOOK_EVERY, monitor::isReady);
      Instant readyAt = stage.now();
      stage.tell(
          "%s: ready %d ms after its start", how, Duration.between(startedAt, readyAt).toMillis());
      Patience.pause(Duration.between(stage.now(), first.plus(deadlines)));
      Patience.until(
          "all breaches are heard", HEARD_WITHIN, LOOK_EVERY, () -> ear.breaches() >= due.size());
      Patience.pause(HEAR_AGAIN);
      stage.settle(desk.openClocks());
      Verdict verdict = Verdict.of(due, ear.heard());
      LatenessTable.judge(report, desk.openClocks(), verdict);
      double back = seconds(startedAt, readyAt);
      ratios.row(how, back, LIMIT_SECONDS, back / LIMIT_SECONDS);
      details.row(
          how,
          seconds(endsAt, startedAt),
          back,
          firstAfter(ear, startedAt),
          verdict.visible().max() / 1_000,
          verdict.missed(),
          verdict.twice(),
          verdict.wrong(),
          monitor.residentMegabytes(),
          monitor.heapMegabytes(),
          monitor.stateMegabytes());
    }
  }

  private Map<Deadline, Instant> open(Instant first) {
    Map<Deadline, Instant> due = new HashMap<>();
    for (Instant deadline = first;
        deadline.isBefore(first.plus(deadlines));
        deadline = deadline.plus(APART)) {
      TicketFacts ticket = desk.openDue(stage.now(), deadline, stage.publisher()::say);
      due.put(Deadline.firstReply(ticket.id()), deadline);
    }
    return due;
  }

  /** Seconds from the start to the arrival of the first breach that fell due after it. */
  private static double firstAfter(BreachEar ear, Instant startedAt) {
    return ear.heard().stream()
        .filter(
            each ->
                each.alert() instanceof SlaBreached breach && breach.deadline().isAfter(startedAt))
        .map(HeardAlert::arrivedAt)
        .min(Comparator.naturalOrder())
        .map(arrivedAt -> seconds(startedAt, arrivedAt))
        .orElse(Double.NaN);
  }

  private static double seconds(Instant from, Instant to) {
    return Numbers.seconds(Duration.between(from, to));
  }
}
