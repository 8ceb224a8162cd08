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

  Report run(long facts, long clocks) {
    stage.tell("saying %,d facts", facts);
    long said = desk.open(clocks, stage.now(), stage.publisher()::say);
    said += Load.ordinary(stage, desk, facts - said);
    stage.publisher().flush();
    Table topics = new Table("Records that the monitor wrote", "topic", "records", "per fact");
    Through monitor = monitor(said, topics);
    Through plain = plain();
    return stage
        .report("throughput")
        .table(
            new Table("Ratios, monitor ÷ plain loop", "by", "ratio", "limit")
                .row(
                    "records written",
                    monitor.recordsPerSecond() / plain.recordsPerSecond(),
                    "at least " + LIMIT)
                .row("facts", monitor.factsPerSecond() / plain.factsPerSecond(), "-"))
        .table(
            row(
                row(
                    new Table(
                        "Throughput, from the first commit to the last",
                        "what",
                        "facts",
                        "seconds",
                        "facts/s",
                        "records written/s"),
                    "monitor",
                    monitor),
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

  private Through monitor(long said, Table topics) {
    stage.tell("starting the monitor on them");
    Map<TopicPartition, Long> before = stage.ends().allEnds();
    Monitor monitor = stage.startMonitor();
    Patience.until(
        "the monitor has committed something",
        WITHIN,
        LOOK_EVERY,
        () -> stage.ends().committedByStream() > 0);
    long began = System.nanoTime();
    long committed = stage.ends().committedByStream();
    Patience.until(
        "the monitor has read all", WITHIN, LOOK_EVERY, () -> stage.ends().streamHasReadAll());
    double read = Numbers.seconds(Duration.ofNanos(System.nanoTime() - began));
    Patience.until(
        "the monitor has looked at all tickets",
        WITHIN,
        LOOK_EVERY,
        () -> monitor.openClocks() == desk.openClocks());
    double seconds = Numbers.seconds(Duration.ofNanos(System.nanoTime() - began));
    stage.tell("read after %.1f s, looked at all tickets after %.1f s", read, seconds);
    stage.settle(desk.openClocks());
    stage.tell("ledgers and board are up to date");
    Map<TopicPartition, Long> after = stage.ends().allEnds();
    monitor.stop();
    after.keySet().removeIf(each -> NOT_THE_STREAMS.contains(each.topic()));
    Map<String, Long> counts = RecordCount.between(stage.bootstrapServers(), before, after);
    counts.forEach((topic, count) -> topics.row(topic, count, (double) count / said));
    double share = (double) (said - committed) / said;
    double records = counts.values().stream().mapToLong(Long::longValue).sum() * share;
    return new Through(said - committed, seconds, records);
  }

  private Through plain() {
    stage.tell("starting the plain loop on them");
    stage.ends().create(OUTPUT);
    List<String> arguments = new ArrayList<>(stage.setup().javaOptions());
    arguments.add("-cp");
    arguments.add(
        stage.setup().root().resolve(Path.of("benchmarks/target/benchmarks-run.jar")).toString());
    arguments.add(PlainLoop.class.getName());
    arguments.add(stage.bootstrapServers());
    arguments.add(OUTPUT);
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
