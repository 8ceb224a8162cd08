package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.delivery.Blame;
import dev.hourglass.benchmarks.delivery.MailVerdict;
import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.figures.Table;

/**
 * What kills may do and what they did.
 *
 * @param workers of each notifier: each may have one mail between its acceptance and the commit
 */
record KillsTables(int workers, MailVerdict verdict, Blame blame) {

  Table ratios() {
    return new Table("Limits", "figure", "measured", "limit")
        .row("missing", verdict.missing(), 0)
        .row("came again by redelivery, restart or rebalance", blame.unexplained(), 0)
        .row("came again by one kill -9, at most", blame.most(), workers)
        .row("came again and not counted by the notifier", blame.uncounted(), 0);
  }

  Table counts(int kills, int again, long metric) {
    return new Table(
            "Mails",
            "asked for",
            "kill -9",
            "came again by these",
            "other Message-ID",
            "claimed anew, by the rows",
            "by the metric")
        .row(verdict.expected(), kills, blame.explained(), verdict.further(), again, metric);
  }

  void judge(Report report) {
    if (verdict.missing() > 0 || !verdict.isClean()) {
      report.problem(MailProblems.of(verdict));
    }
    if (blame.unexplained() > 0) {
      report.problem(blame.unexplained() + " mails came again that no kill -9 explains");
    }
    if (blame.most() > workers) {
      report.problem("one kill -9 made " + blame.most() + " mails come again");
    }
    if (blame.uncounted() > 0) {
      report.problem(blame.uncounted() + " mails came again that the notifier did not count");
    }
  }
}
