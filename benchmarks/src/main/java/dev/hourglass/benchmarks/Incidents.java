package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.delivery.Blame;
import dev.hourglass.benchmarks.delivery.Kill;
import dev.hourglass.benchmarks.figures.Table;
import dev.hourglass.benchmarks.kafka.Stranger;
import dev.hourglass.benchmarks.process.BenchmarkException;
import dev.hourglass.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What happens to the notifiers, one thing after the other. */
final class Incidents {

  private static final String CONTENT = Topics.NOTIFIER + "-content";
  private static final String FACTS = Topics.NOTIFIER + "-facts";
  private static final Duration REBALANCES_WITHIN = Duration.ofMinutes(2);
  private static final long NEXT_MAIL_SECONDS = 120;

  private final MailStage stage;
  private final Service first;
  private final Service second;
  private final Notifiers notifiers;
  private final int lone;
  private final List<Happened> happened = new ArrayList<>();
  private final List<Kill> kills = new ArrayList<>();

  /** One of them. */
  record Incident(String what, Runnable doing) {}

  /**
   * One that is over.
   *
   * @param kill its place among the kills; -1 if it was none
   */
  private record Happened(String what, int mails, double seconds, int kill) {}

  Incidents(MailStage stage, Notifiers notifiers, int lone) {
    this.stage = stage;
    this.notifiers = notifiers;
    this.lone = lone;
    first = notifiers.first();
    second = notifiers.second();
  }

  /** In their order. */
  Deque<Incident> all() {
    Deque<Incident> all = new ArrayDeque<>();
    for (int i = 0; i < lone; i++) {
      all.add(
          i % 2 == 0
              ? new Incident("kill -9 as a mail is accepted", () -> restart(this::killAtMail))
              : new Incident("kill -9 at any moment", () -> restart(() -> kill(first))));
    }
    all.add(new Incident("SIGTERM and start", () -> restart(() -> stop(first))));
    all.add(new Incident("a second instance starts", this::startSecond));
    all.add(new Incident("the second of two is killed -9", () -> kill(second)));
    all.add(new Incident("the second starts again", this::startSecond));
    all.add(new Incident("a stranger joins the groups and leaves", this::rebalance));
    all.add(new Incident("SIGTERM of the second", () -> stop(second)));
    all.add(
        new Incident(
            "SIGTERM, and all facts are delivered once more", () -> restart(this::rewind)));
    return all;
  }

  /** Lets it happen; returns when whoever is to come back is ready. */
  void happens(Incident incident) {
    int mails = stage.relay().count();
    int killsBefore = kills.size();
    long began = System.nanoTime();
    incident.doing().run();
    double seconds = Numbers.seconds(Duration.ofNanos(System.nanoTime() - began));
    happened.add(
        new Happened(
            incident.what(), mails, seconds, kills.size() > killsBefore ? killsBefore : -1));
  }

  /** The kills so far, in their order. */
  List<Kill> kills() {
    return List.copyOf(kills);
  }

  Table table(Blame blame) {
    Table table = new Table("Incidents", "what", "after mails", "ready after s", "came again");
    for (Happened each : happened) {
      table.row(
          each.what(),
          each.mails(),
          each.seconds(),
          each.kill() < 0 ? "-" : blame.ofKills().get(each.kill()));
    }
    return table;
  }

  private void restart(Runnable end) {
    end.run();
    first.start();
    first.awaitReady();
  }

  private void startSecond() {
    second.start();
    second.awaitReady();
  }

  private void stop(Service notifier) {
    notifiers.ends(notifier);
    notifier.stop();
  }

  private void kill(Service notifier) {
    notifiers.ends(notifier);
    kills.add(killed(notifier));
  }

  /** The signal is on its way while the sender hears 250, so that the commit comes too late. */
  private void killAtMail() {
    notifiers.ends(first);
    CompletableFuture<Kill> kill = new CompletableFuture<>();
    stage.relay().atNext(() -> new Thread(() -> kill.complete(killed(first)), "kill").start());
    try {
      kills.add(kill.get(NEXT_MAIL_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException | ExecutionException e) {
      throw new BenchmarkException("no mail came to kill the notifier at", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkException("interrupted", e);
    }
  }

  private static Kill killed(Service notifier) {
    Instant sentAt = Instant.now();
    notifier.kill();
    return new Kill(sentAt, Instant.now());
  }

  private void rebalance() {
    String servers = stage.site().bootstrapServers();
    Stranger.visits(servers, CONTENT, Topics.TICKETS.name(), REBALANCES_WITHIN);
    Stranger.visits(servers, FACTS, Topics.TIMINGS.name(), REBALANCES_WITHIN);
  }

  private void rewind() {
    stop(first);
    stage.ends().rewind(CONTENT);
    stage.ends().rewind(FACTS);
  }
}
