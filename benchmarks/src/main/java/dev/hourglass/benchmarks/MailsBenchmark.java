package dev.hourglass.benchmarks;

import dev.hourglass.replay.Arguments;
import java.util.Set;

/** How fast one worker sends, against what the mail server accepts. */
final class MailsBenchmark implements Benchmark {

  @Override
  public Set<String> options() {
    return Set.of("--mails", "--warm-up", "--workers", "--relay");
  }

  @Override
  public String help() {
    return """
        --mails N            confirmations from a backlog             (10000)
        --warm-up N          of them that do not count, before        (3000)
        --workers N          of the notifier                          (1)
        --relay disk|memory  where mails are before the server
                             accepts them                             (disk)
        """;
  }

  @Override
  public Run prepare(Arguments arguments) {
    int mails = (int) Numbers.whole(arguments, "--mails", 100, 10_000);
    int warmUp = (int) Numbers.whole(arguments, "--warm-up", 100, 3_000);
    int workers = (int) Numbers.whole(arguments, "--workers", 1, 1);
    boolean onDisk =
        arguments.read("--relay", MailsBenchmark::onDisk, "disk or memory").orElse(true);
    return (setup, progress) -> {
      try (MailStage stage = MailStage.open(setup, progress)) {
        return new MailsRun(stage, workers, onDisk).run(mails, warmUp);
      }
    };
  }

  private static boolean onDisk(String where) {
    return switch (where) {
      case "disk" -> true;
      case "memory" -> false;
      default -> throw new IllegalArgumentException("neither");
    };
  }
}
