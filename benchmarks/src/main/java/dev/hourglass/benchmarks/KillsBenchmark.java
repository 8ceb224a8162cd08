package dev.hourglass.benchmarks;

import dev.hourglass.replay.Arguments;
import java.util.Set;

/** Which mails are missing and which come twice when the notifier is killed again and again. */
final class KillsBenchmark implements Benchmark {

  @Override
  public Set<String> options() {
    return Set.of("--mails", "--kills", "--workers");
  }

  @Override
  public String help() {
    return """
        --mails N            confirmations                            (10000)
        --kills N            kill -9 of a lone notifier, before the
                             restart, the second instance and the
                             rebalances                               (4)
        --workers N          of each notifier                         (1)
        """;
  }

  @Override
  public Run prepare(Arguments arguments) {
    int mails = (int) Numbers.whole(arguments, "--mails", 100, 10_000);
    int kills = (int) Numbers.whole(arguments, "--kills", 0, 4);
    int workers = (int) Numbers.whole(arguments, "--workers", 1, 1);
    return (setup, progress) -> {
      try (MailStage stage = MailStage.open(setup, progress)) {
        return new KillsRun(stage, workers).run(mails, kills);
      }
    };
  }
}
