package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.ticket.PastHours;
import dev.hourglass.replay.Arguments;
import java.time.Duration;
import java.util.Set;

/** How long a monitor takes that comes back after hours. */
final class BacklogBenchmark implements Benchmark {

  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final double USUAL_RATE = 100;
  private static final long SEED = 20_261_122;

  @Override
  public Set<String> options() {
    return Set.of("--tickets-per-second", "--for");
  }

  @Override
  public String help() {
    return """
        --tickets-per-second N   while nobody kept time          (100)
        --for DURATION           for which nobody did            (1h)
        """;
  }

  @Override
  public Run prepare(Arguments arguments) {
    long rate = Numbers.whole(arguments, "--tickets-per-second", 1, (long) USUAL_RATE);
    Duration length = Numbers.duration(arguments, "--for", AN_HOUR);
    if (length.compareTo(PastHours.RESOLUTION.plus(Duration.ofMinutes(2))) < 0) {
      arguments.problem("--for must be 32m or more, else nothing has fallen due");
    }
    double share = rate / USUAL_RATE * Numbers.seconds(length) / Numbers.seconds(AN_HOUR);
    return (setup, progress) -> {
      try (Stage stage = Stage.open(setup, progress)) {
        return new BacklogRun(stage, new PastHours(rate, length, stage.now(), SEED)).run(share);
      }
    };
  }
}
