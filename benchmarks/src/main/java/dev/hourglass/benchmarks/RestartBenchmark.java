package dev.hourglass.benchmarks;

import dev.hourglass.replay.Arguments;
import java.time.Duration;
import java.util.Set;

/** How soon a lone monitor is back, stopped or killed, and what it takes to hold its clocks. */
final class RestartBenchmark implements Benchmark {

  private static final long CLOCKS = 1_000_000;
  private static final Duration DEADLINES = Duration.ofMinutes(2);

  @Override
  public Set<String> options() {
    return Set.of("--clocks", "--deadlines-for");
  }

  @Override
  public String help() {
    return """
        --clocks N                 open meanwhile                              (1000000)
        --deadlines-for DURATION   for so long one falls every half second     (2m)
        """;
  }

  @Override
  public Run prepare(Arguments arguments) {
    long clocks = Numbers.whole(arguments, "--clocks", 4, CLOCKS);
    Duration deadlines = Numbers.duration(arguments, "--deadlines-for", DEADLINES);
    return (setup, progress) -> {
      try (Stage stage = Stage.open(setup, progress)) {
        return new RestartRun(stage, deadlines).run(clocks);
      }
    };
  }
}
