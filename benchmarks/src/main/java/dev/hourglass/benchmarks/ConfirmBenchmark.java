package dev.hourglass.benchmarks;

import dev.hourglass.replay.Arguments;
import java.time.Duration;
import java.util.Set;

/** How long it takes from the POST of a ticket to its confirmation. */
final class ConfirmBenchmark implements Benchmark {

  @Override
  public Set<String> options() {
    return Set.of("--tickets-per-second", "--for", "--warm-up");
  }

  @Override
  public String help() {
    return """
        --tickets-per-second N   posted, whether served or not        (100)
        --for DURATION           how long they are posted             (60s)
        --warm-up DURATION       and before, without counting         (60s)
        """;
  }

  @Override
  public Run prepare(Arguments arguments) {
    int perSecond = (int) Numbers.whole(arguments, "--tickets-per-second", 1, 100);
    Duration window = Numbers.duration(arguments, "--for", Duration.ofSeconds(60));
    Duration warmUp = Numbers.duration(arguments, "--warm-up", Duration.ofSeconds(60));
    return (setup, progress) -> {
      try (MailStage stage = MailStage.open(setup, progress)) {
        return new ConfirmRun(stage, perSecond).run(warmUp, window);
      }
    };
  }
}
