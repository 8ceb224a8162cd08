package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.figures.Table;
import dev.hourglass.benchmarks.kafka.PlainLoop;
import dev.hourglass.benchmarks.kafka.RecordCount;
import dev.hourglass.benchmarks.process.BenchmarkException;
import dev.hourglass.benchmarks.process.Patience;
import dev.hourglass.benchmarks.process.Program;
import dev.hourglass.benchmarks.ticket.Desk;
import dev.hourglass.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/** The same backlog through the monitor and through a plain loop, on one broker. */
final class ThroughputRun {

  private static final double LIMIT = 0.3;
  private static final String OUTPUT = "benchmark-plain-loop";
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final Duration WITHIN = Duration.ofMinutes(30);
  private static final Pattern SAID = Pattern.compile("plain loop: (\\d+) (\\d+)");

  /** Written by us, or not by the stream. */
  private static final Set<String> NOT_THE_STREAMS =
      Set.of(Topics.TIMINGS.name(), Topics.PROGRESS.name(), Topics.EDITIONS.name(), OUTPUT);

  private final Stage stage;
  private final Desk desk = new Desk();

  private record Through(double facts, double seconds, double records) {

    double factsPerSecond() {
      return facts / seconds;
    }

    double recordsPerSecond() {
      return records / seconds;
    }
  }

  ThroughputRun(Stage stage) {
    this.stage = stage;
  }

  Report run(long facts, long clocks, long warmUp) {
    Monitor monitor = stage.startMonitor();
    stage.tell("warming up with %,d facts", warmUp);
    long before = desk.open(clocks, stage.now(), stage.publisher()::say);
    before += Load.ordinary(stage, desk, warmUp - before, stage.publisher()::say);
    stage.settle(desk.openClocks());
    Table topics = new Table("Records that the monitor wrote", "topic", "records", "per fact");
    Through through = monitor(monitor, facts, topics);
    monitor.stop();
    Through plain = plain(before);
    return stage
        .report("throughput")
        .table(
            new Table("Ratios, monitor ÷ plain loop", "by", "ratio", "limit")
                .row(
                    "records written",
                    through.recordsPerSecond() / plain.recordsPerSecond(),
                    "at least " + LIMIT)
                .row("facts", through.factsPerSecond() / plain.factsPerSecond(), "-"))
        .table(
            row(
                row(
                    new Table(
                        "Throughput, from the moment that all are visible until all are read and looked at",
                        "what",
                        "facts",
                        "seconds",
                        "facts/s",
                        "records written/s"),
                    "monitor",
                    through),
                "plain loop",
                plain))
        .table(topics);
  }

  private static Table row(Table table, String what, Through through) {
    return table.row(
        what,
        (long) through.facts(),
        through.seconds(),
        through.factsPerSecond(),
        through.recordsPerSecond());
  }

  private Through monitor(Monitor monitor, long facts, Table topics) {
    stage.tell("saying %,d facts, visible all at once", facts);
    Map<TopicPartition, Long> before = stage.ends().allEnds();
    long began = System.nanoTime();
    long[] said = {0};
    stage.publisher().sayAtOnce(say -> said[0] = Load.ordinary(stage, desk, facts, say));
    stage.tell("said within %.1f s", secondsSince(began));
    began = System.nanoTime();
    Patience.until(
        "the monitor has read all", WITHIN, LOOK_EVERY, () -> stage.ends().streamHasReadAll());
    double read = secondsSince(began);
    Patience.until(
        "the monitor has looked at all tickets",
        WITHIN,
        LOOK_EVERY,
        () -> monitor.openClocks() == desk.openClocks());
    double seconds = secondsSince(began);
    stage.tell("read after %.1f s, looked at all tickets after %.1f s", read, seconds);
    stage.settle(desk.openClocks());
    stage.tell("ledgers and board are up to date after %.1f s", secondsSince(began));
    Map<TopicPartition, Long> after = stage.ends().allEnds();
    after.keySet().removeIf(each -> NOT_THE_STREAMS.contains(each.topic()));
    Map<String, Long> counts = RecordCount.between(stage.bootstrapServers(), before, after);
    counts.forEach((topic, count) -> topics.row(topic, count, (double) count / said[0]));
    double records = counts.values().stream().mapToLong(Long::longValue).sum();
    return new Through(said[0], seconds, records);
  }

  private static double secondsSince(long nanos) {
    return Numbers.seconds(Duration.ofNanos(System.nanoTime() - nanos));
  }

  private Through plain(long warmUp) {
    stage.tell("starting the plain loop on them");
    stage.ends().create(OUTPUT);
    List<String> arguments = new ArrayList<>(stage.setup().javaOptions());
    arguments.add("-cp");
    arguments.add(
        stage.setup().root().resolve(Path.of("benchmarks/target/benchmarks-run.jar")).toString());
    arguments.add(PlainLoop.class.getName());
    arguments.add(stage.bootstrapServers());
    arguments.add(OUTPUT);
    arguments.add(Long.toString(warmUp));
    Program loop =
        new Program("plain loop", arguments, Map.of(), stage.work().resolve("plain-loop.log"));
    loop.start();
    loop.awaitEnd(WITHIN);
    Matcher said = SAID.matcher(loop.said());
    MatchResult found =
        said.results()
            .reduce((first, last) -> last)
            .orElseThrow(() -> new BenchmarkException("the plain loop did not say how it went"));
    long records = Long.parseLong(found.group(1));
    double seconds = Numbers.seconds(Duration.ofNanos(Long.parseLong(found.group(2))));
    return new Through(records, seconds, records);
  }
}
