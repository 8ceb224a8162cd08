package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.delivery.MailVerdict;
import dev.hourglass.benchmarks.delivery.Schedule;
import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.figures.Table;
import dev.hourglass.benchmarks.rest.FrontEnd;
import dev.hourglass.contracts.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All four services; tickets are posted at a steady rate, whether they are served or not. */
final class ConfirmRun {

  private static final double P99_LIMIT = 1_000;
  private static final Duration TAKEN_WITHIN = Duration.ofMinutes(10);

  private final MailStage stage;
  private final int perSecond;
  private final FrontEnd frontEnd = new FrontEnd();
  private final Map<String, Service> services = new LinkedHashMap<>();
  private final Service notifier;

  ConfirmRun(MailStage stage, int perSecond) {
    this.stage = stage;
    this.perSecond = perSecond;
    for (String name : List.of(Topics.TICKET_INTAKE, Topics.PRIORITIZER)) {
      services.put(name, stage.service(name, name, Map.of()));
    }
    services.put(Topics.SLA_MONITOR, Monitor.service(stage.site()));
    notifier = stage.notifier(Topics.NOTIFIER, Map.of());
    services.put(Topics.NOTIFIER, notifier);
  }

  Report run(Duration warmUp, Duration window) {
    stage.tell("starting the four services");
    services.values().forEach(Service::start);
    services.values().forEach(Service::awaitReady);
    URI accounts = services.get(Topics.PRIORITIZER).page("/accounts");
    for (int i = 0; i < Posting.ACCOUNTS; i++) {
      frontEnd.putAccount(accounts, Posting.account(i));
    }
    stage.tell("warming up for %s", warmUp);
    post("warm-up", warmUp);
    Map<String, Double> before = processorSeconds();
    stage.tell("posting %d tickets a second for %s", perSecond, window);
    Posting posting = post("counted", window);
    Map<String, Double> after = processorSeconds();
    return found(posting, before, after);
  }

  private Posting post(String round, Duration window) {
    Posting posting = new Posting(stage, frontEnd, round);
    URI tickets = services.get(Topics.TICKET_INTAKE).page("/tickets");
    posting.run(new Schedule(stage.now().plusSeconds(1), perSecond, window), tickets);
    int accepted = posting.awaitMails(TAKEN_WITHIN);
    stage.tell("%,d posted, %,d mails accepted", posting.posted(), accepted);
    stage.awaitSilence(notifier);
    return posting;
  }

  private Report found(Posting posting, Map<String, Double> before, Map<String, Double> after) {
    MailVerdict verdict = posting.verdict();
    Report report = stage.report("confirm");
    if (!verdict.right()) {
      report.problem(MailProblems.of(verdict));
    }
    posting.problems().forEach(report::problem);
    double p99 = verdict.millis().at(99);
    Table processor = new Table("Processor time", "service", "seconds", "ms a ticket");
    before.forEach(
        (name, began) -> {
          double used = after.get(name) - began;
          processor.row(name, used, used * 1e3 / posting.posted());
        });
    return report
        .table(
            new Table("Limits", "figure", "measured", "limit", "ratio")
                .row("POST sent to mail accepted, p99, ms", p99, P99_LIMIT, p99 / P99_LIMIT)
                .row("missing", verdict.missing(), 0, "-")
                .row("came again", verdict.repeats().size() + verdict.further(), 0, "-"))
        .table(posting.steps())
        .table(processor);
  }

  private Map<String, Double> processorSeconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    services.forEach((name, service) -> seconds.put(name, service.processorSeconds()));
    return seconds;
  }
}
