package dev.hourglass.benchmarks;

import dev.hourglass.replay.Arguments;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** How late a breach is seen, and what a fact costs, the more clocks are open. */
final class LatenessBenchmark implements Benchmark {

  private static final List<Long> CLOCKS = List.of(10_000L, 100_000L, 1_000_000L);

  @Override
  public Set<String> options() {
    return Set.of("--clocks", "--deadlines", "--for", "--load", "--facts");
  }

  @Override
  public String help() {
    return """
        --clocks N,N,…       clocks open meanwhile              (10000,100000,1000000)
        --deadlines N        that fall at random instants       (200)
        --for DURATION       in so long a time                  (60s)
        --load N             other facts a second meanwhile     (50)
        --facts N            in the batch whose cost is taken   (20000)
        """;
  }

  @Override
  public Run prepare(Arguments arguments) {
    List<Long> clocks = Numbers.rising(arguments, "--clocks", CLOCKS);
    int deadlines = (int) Numbers.whole(arguments, "--deadlines", 1, 200);
    Duration window = Numbers.duration(arguments, "--for", Duration.ofSeconds(60));
    long load = Numbers.whole(arguments, "--load", 0, 50);
    long facts = Numbers.whole(arguments, "--facts", 100, 20_000);
    return (setup, progress) -> {
      try (Stage stage = Stage.open(setup, progress)) {
        return new LatenessRun(stage, new NormalLoad(deadlines, window, load), facts).run(clocks);
      }
    };
  }
}
