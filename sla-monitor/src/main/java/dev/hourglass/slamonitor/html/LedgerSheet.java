package dev.hourglass.slamonitor.html;

import dev.hourglass.clocks.ledger.Ledger;
import dev.hourglass.slamonitor.ledger.AlertEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ledger on the page.
 *
 * @param anchor what the ids of its facts begin with
 * @param heading what distinguishes it, where the page has two
 * @param leftOut how many facts the page does not list, the earliest
 */
public record LedgerSheet(
    String anchor,
    @Nullable String heading,
    @Nullable String unresolved,
    List<ClockSheet> clocks,
    List<PromiseSheet> promises,
    List<AlertRow> alerts,
    List<FactRow> facts,
    int leftOut) {

  private static final int MOST_FACTS = 500;

  static LedgerSheet of(
      String anchor, @Nullable String heading, Ledger ledger, List<AlertEntry> alerts) {
    FactNumbers numbers = new FactNumbers(ledger.facts());
    List<FactRow> rows = new ArrayList<>();
    int leftOut = Math.max(0, ledger.facts().size() - MOST_FACTS);
    for (int i = leftOut; i < ledger.facts().size(); i++) {
      rows.add(FactRow.of(i + 1, ledger.facts().get(i)));
    }
    return new LedgerSheet(
        anchor,
        heading,
        ledger.unresolved(),
        ledger.clocks().stream().map(clock -> ClockSheet.of(clock, numbers)).toList(),
        ledger.promises().stream().map(made -> PromiseSheet.of(made, numbers)).toList(),
        alerts.stream().map(AlertRow::of).toList(),
        rows,
        leftOut);
  }
}
