package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.figures.Table;
import dev.hourglass.benchmarks.kafka.BreachEar;
import dev.hourglass.benchmarks.process.BenchmarkException;
import dev.hourglass.benchmarks.process.Patience;
import dev.hourglass.benchmarks.ticket.Deadline;
import dev.hourglass.benchmarks.ticket.Desk;
import dev.hourglass.benchmarks.ticket.HeardAlert;
import dev.hourglass.benchmarks.ticket.TicketFacts;
import dev.hourglass.benchmarks.ticket.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** One storm, in a monitor that has said breaches before and is at rest when it comes. */
final class StormRun {

  private static final double P99_LIMIT = 1_000;
  private static final long FACTS_A_TICKET = 3;
  private static final double MICROS = 1e6;
  private static final double SAFETY = 2;
  private static final Duration AT_LEAST = Duration.ofSeconds(40);
  private static final Duration A_MOMENT = Duration.ofMillis(100);
  private static final Duration AT_REST = Duration.ofSeconds(3);
  private static final double RESTING = 0.5;
  private static final Duration HEARD_WITHIN = Duration.ofMinutes(2);
  private static final Duration HEAR_AGAIN = Duration.ofSeconds(5);
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final int PIECE = 500;

  private final Stage stage;
  private final Storm storm;
  private final Desk desk = new Desk();
  private final Report report;
  private long caughtUpAt;

  StormRun(Stage stage, Storm storm) {
    this.stage = stage;
    report = stage.report("storm");
    this.storm = storm;
  }

  Report run(long others, int warmUp) {
    stage.tell("starting the monitor");
    stage.startMonitor().awaitReady();
    if (others > 0) {
      stage.tell("opening %,d other clocks", others);
      Load.clocks(stage, desk, others);
    }
    stage.tell("warming up with %,d deadlines", warmUp);
    long began = System.nanoTime();
    play(new Storm(warmUp, WARM_UP, AT_LEAST), false);
    double pace = warmUp * FACTS_A_TICKET / Numbers.seconds(Duration.ofNanos(caughtUpAt - began));
    Duration lead = storm.lead().isZero() ? lead(pace) : storm.lead();
    stage.tell("opening %,d clocks that fall due in %s", storm.clocks(), lead);
    return found(play(new Storm(storm.clocks(), storm.within(), lead), true));
  }

  /**
   * What came of it.
   *
   * @param processorSeconds of the monitor, from before the first deadline to the last breach
   */
  private record Heard(Verdict verdict, Instant first, Instant last, double processorSeconds) {}

  private Duration lead(double factsPerSecond) {
    double seconds = storm.clocks() * FACTS_A_TICKET / factsPerSecond * SAFETY;
    return AT_LEAST.plusSeconds((long) seconds);
  }

  private Heard play(Storm part, boolean counts) {
    try (BreachEar ear = new BreachEar(stage.bootstrapServers())) {
      Instant first = stage.now().plus(part.lead()).truncatedTo(ChronoUnit.SECONDS);
      Map<Deadline, Instant> due = open(part, first);
      stage.catchUp(desk.openClocks());
      caughtUpAt = System.nanoTime();
      stage.settle(desk.openClocks());
      if (counts) {
        requireRest(first);
      }
      Patience.pause(Duration.between(stage.now(), first.minus(A_MOMENT)));
      double before = stage.monitor().processorSeconds();
      Patience.pause(Duration.between(stage.now(), first.plus(part.within())));
      long end = System.nanoTime() + HEARD_WITHIN.toNanos();
      while (ear.breaches() < due.size() && System.nanoTime() < end) {
        Patience.pause(A_MOMENT);
      }
      double used = stage.monitor().processorSeconds() - before;
      Patience.pause(HEAR_AGAIN);
      Instant last =
          ear.heard().stream()
              .map(HeardAlert::arrivedAt)
              .max(Comparator.naturalOrder())
              .orElse(first);
      return new Heard(Verdict.of(due, ear.heard()), first, last, used);
    }
  }

  private Map<Deadline, Instant> open(Storm part, Instant first) {
    Map<Deadline, Instant> due = new HashMap<>();
    Instant received = stage.now();
    for (int i = 0; i < part.clocks(); i++) {
      received = i % PIECE == 0 ? stage.now() : received;
      Instant deadline = part.deadline(first, i);
      if (!received.isBefore(first)) {
        throw new BenchmarkException("the tickets were not said before the storm: use --lead");
      }
      TicketFacts ticket = desk.openDue(received, deadline, stage.publisher()::say);
      due.put(Deadline.firstReply(ticket.id()), deadline);
    }
    return due;
  }

  private void requireRest(Instant first) {
    double before = stage.monitor().processorSeconds();
    Patience.pause(AT_REST);
    double share = (stage.monitor().processorSeconds() - before) / Numbers.seconds(AT_REST);
    Duration left = Duration.between(stage.now(), first);
    stage.tell(
        "at rest: %.0f %% of a core, %d s before the first deadline",
        share * 100, left.toSeconds());
    if (left.isNegative()) {
      throw new BenchmarkException("the monitor was not caught up before the storm: use --lead");
    }
    if (share > RESTING) {
      report.problem("the monitor was not at rest before the storm: %.2f cores".formatted(share));
    }
  }

  private Report found(Heard heard) {
    Verdict verdict = heard.verdict();
    LatenessTable lateness = new LatenessTable();
    lateness.row(desk.openClocks(), verdict);
    LatenessTable.judge(report, desk.openClocks(), verdict);
    double seconds = Numbers.seconds(Duration.between(heard.first(), heard.last()));
    return report
        .table(
            new Table("Ratios", "figure", "measured", "limit", "ratio")
                .row(
                    "p99, ms",
                    verdict.visible().at(99),
                    P99_LIMIT,
                    verdict.visible().at(99) / P99_LIMIT))
        .table(lateness.table())
        .table(
            new Table(
                    "Storm",
                    "deadlines",
                    "within s",
                    "heard within s",
                    "breaches/s",
                    "processor µs a breach",
                    "resident MB")
                .row(
                    verdict.expected(),
                    Numbers.seconds(storm.within()),
                    seconds,
                    verdict.expected() / seconds,
                    heard.processorSeconds() / verdict.expected() * MICROS,
                    stage.monitor().residentMegabytes()));
  }
}
