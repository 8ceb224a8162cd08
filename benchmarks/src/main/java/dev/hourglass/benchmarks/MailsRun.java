package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.delivery.AcceptedMail;
import dev.hourglass.benchmarks.delivery.MailVerdict;
import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.figures.Table;
import dev.hourglass.benchmarks.process.Patience;
import dev.hourglass.benchmarks.smtp.PlainSender;
import dev.hourglass.benchmarks.ticket.Customers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A warm notifier mails a confirmation for each ticket: first from a backlog of facts, so that it
 * hears and sends at the same time; then from deliveries that have been written, so that it only
 * sends. Before and after each the plainest client sends as many of the same mails to the same
 * server.
 */
final class MailsRun {

  private static final double LIMIT = 0.5;
  private static final Duration WITHIN = Duration.ofHours(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final double MILLIS = 1e3;

  private final MailStage stage;
  private final int workers;
  private final Service notifier;
  private final Report report;
  private final Table ratios =
      new Table("Ratios, notifier ÷ plain client", "the notifier begins with", "mails/s", "limit");
  private final Table details =
      new Table("Mails", "sender", "mails", "seconds", "mails/s", "processor ms a mail", "bytes");

  MailsRun(MailStage stage, int workers, boolean onDisk) {
    this.stage = stage;
    this.workers = workers;
    // It waits for its first mail until all deliveries are written, however long that takes.
    notifier =
        stage.notifier(
            "notifier",
            Map.of(
                "NOTIFIER_DELIVERY_WORKERS",
                Integer.toString(workers),
                "NOTIFIER_DELIVERY_TIMEOUT",
                "2h",
                "NOTIFIER_DELIVERY_LEASE",
                "3h"));
    stage.relay().keep(onDisk);
    report =
        stage
            .report("mails")
            .setting("workers", workers)
            .setting("relay", onDisk ? "accepts what is on the disk" : "forgets the mails");
  }

  Report run(int mails, int warmUp) {
    stage.tell("starting the notifier");
    notifier.start();
    notifier.awaitReady();
    stage.tell("warming up with %,d mails", warmUp);
    fromFacts(warmUp);
    plain(warmUp);
    measure("facts in Kafka", mails, this::fromFacts);
    measure("deliveries that wait", mails, this::fromDeliveries);
    return report.table(ratios).table(details);
  }

  /**
   * How it went.
   *
   * @param processorSeconds of the sender; NaN if it is not known
   */
  private record Sent(int mails, double seconds, double processorSeconds) {

    double perSecond() {
      return mails / seconds;
    }
  }

  private void measure(String begin, int mails, IntFunction<Sent> send) {
    Sent before = plain(mails);
    Sent sent = send.apply(mails);
    Sent after = plain(mails);
    double accepted = 2.0 * mails / (before.seconds() + after.seconds());
    ratios.row(begin, sent.perSecond() / accepted, "at least " + LIMIT);
    row("plain client, before", before);
    row("notifier, from " + begin, sent);
    row("plain client, after", after);
    stage.tell("from %s: %.0f mails/s, the plain client %.0f", begin, sent.perSecond(), accepted);
  }

  private void row(String sender, Sent sent) {
    details.row(
        sender,
        sent.mails(),
        sent.seconds(),
        sent.perSecond(),
        sent.processorSeconds() / sent.mails() * MILLIS,
        stage.relay().sample().stream().mapToInt(mail -> mail.length).average().orElse(0));
  }

  private Sent plain(int mails) {
    List<byte[]> same = stage.relay().sample();
    try (PlainSender sender = new PlainSender(stage.relay().port())) {
      long began = System.nanoTime();
      sender.send(same, mails);
      return new Sent(mails, secondsSince(began), Double.NaN);
    }
  }

  /** From the moment that all facts are visible until the last mail is accepted. */
  private Sent fromFacts(int mails) {
    int before = stage.relay().count();
    Customers customers = backlog(before, mails);
    return sent(customers, before, () -> {});
  }

  /** From the moment that the relay answers until the last mail is accepted. */
  private Sent fromDeliveries(int mails) {
    int before = stage.relay().count();
    stage.relay().shut();
    Customers customers;
    try {
      customers = backlog(before, mails);
      Patience.until("all is read", WITHIN, LOOK_EVERY, stage::hasReadAll);
    } catch (RuntimeException e) {
      stage.relay().open();
      throw e;
    }
    return sent(customers, before, stage.relay()::open);
  }

  private Customers backlog(int before, int mails) {
    Customers customers = new Customers("after-" + before);
    stage
        .publisher()
        .publishAtOnce(
            publish -> {
              for (int i = 0; i < mails; i++) {
                customers.comes(stage.now(), publish);
              }
            });
    return customers;
  }

  private Sent sent(Customers customers, int before, Runnable begin) {
    double processorBefore = notifier.processorSeconds();
    long began = System.nanoTime();
    begin.run();
    stage.awaitMails(before + customers.count(), WITHIN);
    double seconds = secondsSince(began);
    double processor = notifier.processorSeconds() - processorBefore;
    stage.awaitSilence(notifier);
    judge(customers.askedAt(), stage.relay().acceptedAfter(before));
    return new Sent(customers.count(), seconds, processor);
  }

  private void judge(Map<String, Instant> askedAt, List<AcceptedMail> accepted) {
    MailVerdict verdict = MailVerdict.of(askedAt, accepted);
    if (!verdict.right()) {
      report.problem(MailProblems.of(verdict));
    }
  }

  private static double secondsSince(long nanos) {
    return Numbers.seconds(Duration.ofNanos(System.nanoTime() - nanos));
  }
}
