package dev.hourglass.slamonitor.ledger;

import dev.hourglass.clocks.ledger.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts what was published of a ticket beside what the facts of its ledger call for. */
final class AlertComparison {

  private static final Comparator<AlertEntry> IN_TIME =
      Comparator.comparing(
              AlertEntry::dueAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(
              AlertEntry::detectedAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

  private final boolean comparable;
  private final List<DueAlert> due;
  private final Set<String> takenBack;

  private AlertComparison(Ledger ledger, Collection<SaidAlert> said) {
    comparable = ledger.unresolved() == null;
    due = new ArrayList<>(DueAlert.of(ledger));
    takenBack =
        said.stream()
            .map(SaidAlert::takesBack)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
  }

  /** In the order of the instants that they are about. */
  static List<AlertEntry> of(Ledger ledger, Collection<SaidAlert> said) {
    AlertComparison comparison = new AlertComparison(ledger, said);
    List<AlertEntry> entries = new ArrayList<>();
    said.forEach(alert -> entries.add(AlertEntry.said(alert, comparison.accord(alert))));
    comparison.due.forEach(missing -> entries.add(AlertEntry.notSaid(missing)));
    entries.sort(IN_TIME);
    return entries;
  }

  private Accord accord(SaidAlert alert) {
    if (takenBack.contains(alert.id())) {
      return Accord.TAKEN_BACK;
    }
    boolean known = alert.type().equals(DueAlert.WARNING) || alert.type().equals(DueAlert.BREACH);
    if (!comparable || !known || alert.metric() == null) {
      return Accord.NOT_COMPARED;
    }
    Optional<DueAlert> match = due.stream().filter(each -> each.isSaidBy(alert)).findFirst();
    match.ifPresent(due::remove);
    return match.isPresent() ? Accord.AGREED : Accord.NOT_DUE;
  }
}
