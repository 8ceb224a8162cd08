package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.delivery.AcceptedMail;
import dev.hourglass.benchmarks.delivery.MailVerdict;
import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.figures.Table;
import dev.hourglass.benchmarks.smtp.PlainSender;
import dev.hourglass.benchmarks.ticket.Customers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A backlog of facts becomes visible to a warm notifier, which mails a confirmation for each
 * ticket; before and after it the plainest client sends as many of the same mails to the same
 * server.
 */
final class MailsRun {

  private static final double LIMIT = 0.5;
  private static final Duration SENT_WITHIN = Duration.ofHours(2);
  private static final double MILLIS = 1e3;

  private final MailStage stage;
  private final int workers;
  private final Service notifier;
  private final Report report;
  private final Table ratios =
      new Table("Ratios, notifier ÷ plain client", "the server", "mails/s", "limit");
  private final Table details =
      new Table(
          "Mails",
          "the server",
          "sender",
          "mails",
          "seconds",
          "mails/s",
          "processor ms a mail",
          "bytes a mail");

  MailsRun(MailStage stage, int workers) {
    this.stage = stage;
    this.workers = workers;
    notifier =
        stage.notifier("notifier", Map.of("NOTIFIER_DELIVERY_WORKERS", Integer.toString(workers)));
    report = stage.report("mails").setting("workers", workers);
  }

  Report run(int mails, int warmUp) {
    stage.tell("starting the notifier");
    notifier.start();
    notifier.awaitReady();
    stage.tell("warming up with %,d mails", warmUp);
    backlog(warmUp);
    plain(warmUp);
    measure("has it on the disk", mails);
    stage.relay().keep(false);
    measure("forgets it", mails);
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

  private void measure(String server, int mails) {
    Sent before = plain(mails);
    Sent sent = backlog(mails);
    Sent after = plain(mails);
    double accepted = 2.0 * mails / (before.seconds() + after.seconds());
    ratios.row(server, sent.perSecond() / accepted, "at least " + LIMIT);
    row(server, "plain client, before", before);
    row(server, "notifier, " + workers + (workers == 1 ? " worker" : " workers"), sent);
    row(server, "plain client, after", after);
    stage.tell(
        "server that %s: %.0f mails/s, the plain client %.0f", server, sent.perSecond(), accepted);
  }

  private void row(String server, String sender, Sent sent) {
    details.row(
        server,
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
  private Sent backlog(int mails) {
    int before = stage.relay().count();
    Customers customers = new Customers("after-" + before);
    stage
        .publisher()
        .publishAtOnce(
            publish -> {
              for (int i = 0; i < mails; i++) {
                customers.comes(stage.now(), publish);
              }
            });
    double processorBefore = notifier.processorSeconds();
    long began = System.nanoTime();
    stage.awaitMails(before + mails, SENT_WITHIN);
    double seconds = secondsSince(began);
    double processor = notifier.processorSeconds() - processorBefore;
    stage.awaitSilence(notifier);
    judge(customers.askedAt(), stage.relay().acceptedAfter(before));
    return new Sent(mails, seconds, processor);
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
