package dev.hourglass.benchmarks;

import dev.hourglass.replay.Arguments;
import java.util.Set;

/** How many facts a second go through the monitor, against the least that exactly once can cost. */
final class ThroughputBenchmark implements Benchmark {

  @Override
  public Set<String> options() {
    return Set.of("--facts", "--clocks", "--warm-up");
  }

  @Override
  public String help() {
    return """
        --facts N            in the backlog that both read              (300000)
        --clocks N           open from its beginning to its end         (20000)
        --warm-up N          facts that both read before it             (150000)
        """;
  }

  @Override
  public Run prepare(Arguments arguments) {
    long facts = Numbers.whole(arguments, "--facts", 1_000, 300_000);
    long clocks = Numbers.whole(arguments, "--clocks", 4, 20_000);
    long warmUp = Numbers.whole(arguments, "--warm-up", 0, 150_000);
    return (setup, progress) -> {
      try (Stage stage = Stage.open(setup, progress)) {
        return new ThroughputRun(stage).run(facts, clocks, warmUp);
      }
    };
  }
}
