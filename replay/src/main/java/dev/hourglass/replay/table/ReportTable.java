package dev.hourglass.replay.table;

import dev.hourglass.replay.comparison.Dimension;
import dev.hourglass.replay.comparison.Report;
import dev.hourglass.replay.comparison.Report.Verdicts;
import dev.hourglass.replay.comparison.Tally;
import dev.hourglass.replay.comparison.Window;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A report for people. Long lists are cut to the rows that differ most; JSON has all of them. */
public final class ReportTable {

  private static final int MOST_ROWS = 24;
  private static final Map<Dimension, String> HEADINGS =
      Map.of(
          Dimension.METRIC, "metric",
          Dimension.PRIORITY, "priority",
          Dimension.PLAN, "plan",
          Dimension.ACCOUNT, "account",
          Dimension.HOUR, "hour of the deadline, UTC");

  /** Of these there may be thousands, so only the rows that differ are shown. */
  private static final Set<Dimension> LONG = EnumSet.of(Dimension.ACCOUNT, Dimension.HOUR);

  private final Report report;
  private final StringBuilder text = new StringBuilder();

  private ReportTable(Report report) {
    this.report = report;
  }

  /** The whole table, with a line break at its end. */
  public static String of(Report report) {
    return new ReportTable(report).text();
  }

  private String text() {
    head();
    report.verdicts().ifPresent(this::verdicts);
    line("");
    line(
        "%-32s %10s %10s %10s %10s",
        report.verdicts().isPresent() ? "tickets that missed something" : "breaches",
        baseline(),
        "replayed",
        "gained",
        "lost");
    row("all", report.comparison().all());
    for (Dimension dimension : Dimension.values()) {
      if (dimension != Dimension.METRIC || report.verdicts().isEmpty()) {
        section(dimension);
      }
    }
    return text.toString();
  }

  private String baseline() {
    if (report.against().isPresent()) {
      return "against";
    }
    return report.verdicts().isPresent() ? "log says" : "as made";
  }

  private void head() {
    Window window = report.window();
    line("Replay under edition %s, %s", report.edition().id(), report.edition().title());
    report
        .against()
        .ifPresent(other -> line("Compared with edition %s, %s", other.id(), other.title()));
    line(
        "Tickets received %s %s",
        window.from() == null ? "from the beginning" : "from " + window.from(),
        window.to() == null ? "to the end of the log" : "to before " + window.to());
    line("As of %s: %,d tickets, %,d facts", window.asOf(), report.tickets(), report.facts());
    Report.Counts leftOut = report.leftOut();
    if (leftOut.all() > 0) {
      line(
          "Left out: %,d unreadable, %,d tickets never received, %,d tickets that cannot be counted",
          leftOut.unreadable(), leftOut.neverReceived(), leftOut.uncountable());
    }
  }

  private void verdicts(Verdicts verdicts) {
    line("");
    line(
        "%,d tickets compared with the log's own verdict: %,d agree, %,d differ",
        verdicts.compared(), verdicts.agreed(), verdicts.compared() - verdicts.agreed());
    line(
        "Not compared: %,d without a verdict, %,d promised nothing that the log can show",
        verdicts.withoutVerdict(), verdicts.withoutPromise());
    line("Such a log shows neither confirmations nor replies. A verdict counts at its own hour.");
    verdicts
        .breaches()
        .forEach((metric, count) -> line("Breaches of %s under the edition: %,d", metric, count));
  }

  private void section(Dimension dimension) {
    List<Tally> all = report.comparison().by(dimension);
    List<Tally> shown = all;
    if (LONG.contains(dimension)) {
      shown =
          all.stream()
              .filter(tally -> tally.differences() > 0)
              .sorted(Comparator.comparingInt(Tally::differences).reversed())
              .limit(MOST_ROWS)
              .sorted(Comparator.comparingInt(all::indexOf))
              .toList();
    }
    if (all.isEmpty()) {
      return;
    }
    line("");
    line("%s", HEADINGS.get(dimension));
    shown.forEach(tally -> row(tally.value() == null ? "(none)" : tally.value(), tally));
    if (shown.size() < all.size()) {
      line("  %,d more: --json tells all", all.size() - shown.size());
    }
  }

  private void row(String name, Tally tally) {
    line(
        "  %-30s %,10d %,10d %,10d %,10d",
        name, tally.baseline(), tally.replayed(), tally.gained(), tally.lost());
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
