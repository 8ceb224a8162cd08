package dev.hourglass.benchmarks;

import dev.hourglass.replay.Arguments;
import java.time.Duration;
import java.util.Set;

/** How late breaches are seen when very many fall due at once. */
final class StormBenchmark implements Benchmark {

  @Override
  public Set<String> options() {
    return Set.of("--clocks", "--within", "--others", "--warm-up", "--lead");
  }

  @Override
  public String help() {
    return """
        --clocks N           deadlines, each of a ticket of its own   (100000)
        --within DURATION    in which they fall                       (1s)
        --others N           clocks open beside them                  (0)
        --warm-up N          deadlines that fall before, in 10 s      (2000)
        --lead DURATION      from loading to the first of them        (by the pace of the warm-up)
        """;
  }

  @Override
  public Run prepare(Arguments arguments) {
    int clocks = (int) Numbers.whole(arguments, "--clocks", 1, 100_000);
    Duration within = Numbers.duration(arguments, "--within", Duration.ofSeconds(1));
    long others = Numbers.whole(arguments, "--others", 0, 0);
    int warmUp = (int) Numbers.whole(arguments, "--warm-up", 100, 2_000);
    Duration lead = Numbers.duration(arguments, "--lead", Duration.ZERO);
    return (setup, progress) -> {
      try (Stage stage = Stage.open(setup, progress)) {
        return new StormRun(stage, new Storm(clocks, within, lead)).run(others, warmUp);
      }
    };
  }
}
