package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.delivery.Blame;
import dev.hourglass.benchmarks.delivery.MailVerdict;
import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.process.BenchmarkException;
import dev.hourglass.benchmarks.process.Patience;
import dev.hourglass.benchmarks.ticket.Customers;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.Map;

/**
 * Facts come steadily, so that there is always something to hear and something to send, while
 * notifiers are killed, stopped, started and given other partitions.
 */
final class KillsRun {

  /** How many mails wait at most: enough for an incident to fall among them. */
  private static final int AHEAD = 500;

  private static final Duration LOOK_EVERY = Duration.ofMillis(10);
  private static final Duration WITHIN = Duration.ofHours(2);

  /** From the acceptance of a mail to the commit of it, on a machine that is busy. */
  private static final Duration COMMIT = Duration.ofSeconds(5);

  private final MailStage stage;
  private final int workers;
  private final Customers customers = new Customers("customer");
  private final Notifiers notifiers;

  KillsRun(MailStage stage, int workers) {
    this.stage = stage;
    this.workers = workers;
    notifiers = new Notifiers(stage, workers);
  }

  Report run(int mails, int kills) {
    stage.tell("starting the notifier");
    notifiers.first().start();
    notifiers.first().awaitReady();
    Incidents incidents = new Incidents(stage, notifiers, kills);
    play(mails, incidents);
    stage.tell("waiting until nothing more can come");
    stage.awaitSilence(notifiers.first());
    notifiers.ends(notifiers.first());
    return found(incidents);
  }

  private void play(int mails, Incidents incidents) {
    Deque<Incidents.Incident> left = incidents.all();
    int all = left.size();
    long end = System.nanoTime() + WITHIN.toNanos();
    while (customers.count() < mails || !left.isEmpty()) {
      feed(mails);
      int accepted = stage.relay().count();
      if (!left.isEmpty() && accepted >= (long) mails * (all - left.size() + 1) / (all + 1)) {
        Incidents.Incident next = left.remove();
        stage.tell("after %,d mails: %s", accepted, next.what());
        incidents.happens(next);
      }
      if (System.nanoTime() > end) {
        throw new BenchmarkException(
            "after %s the relay had taken %,d mails".formatted(WITHIN, accepted));
      }
      Patience.pause(LOOK_EVERY);
    }
  }

  private void feed(int mails) {
    Instant now = stage.now();
    while (customers.count() < mails && customers.count() - stage.relay().count() < AHEAD) {
      customers.comes(now, stage.publisher()::publish);
    }
  }

  private Report found(Incidents incidents) {
    MailVerdict verdict = MailVerdict.of(customers.askedAt(), stage.relay().accepted());
    Map<String, Integer> counted = new DeliveryList(notifiers.first()).repeated(customers);
    Blame blame = Blame.of(verdict.repeats(), incidents.kills(), COMMIT, counted);
    Report report = stage.report("kills").setting("workers", workers + " of each notifier");
    KillsTables tables = new KillsTables(workers, verdict, blame);
    tables.judge(report);
    return report
        .table(tables.ratios())
        .table(
            tables.counts(
                incidents.kills().size(),
                counted.values().stream().mapToInt(Integer::intValue).sum(),
                notifiers.counted()))
        .table(incidents.table(blame));
  }
}
