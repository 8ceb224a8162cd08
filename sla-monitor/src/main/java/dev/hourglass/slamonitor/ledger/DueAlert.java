package dev.hourglass.slamonitor.ledger;

import dev.hourglass.clocks.ledger.ClockEntry;
import dev.hourglass.clocks.ledger.Ledger;
import dev.hourglass.clocks.ledger.WarningEntry;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An alert that the facts of a ledger call for. */
record DueAlert(String type, Metric metric, int cycle, int level, Instant dueAt) {

  static final String WARNING = SlaAtRisk.class.getSimpleName();
  static final String BREACH = SlaBreached.class.getSimpleName();

  static List<DueAlert> of(Ledger ledger) {
    List<DueAlert> due = new ArrayList<>();
    for (ClockEntry clock : ledger.clocks()) {
      clock.warnings().stream()
          .filter(WarningEntry::reached)
          .map(w -> new DueAlert(WARNING, clock.metric(), clock.cycle(), w.level(), w.dueAt()))
          .forEach(due::add);
      if (clock.breachedAt() != null) {
        due.add(new DueAlert(BREACH, clock.metric(), clock.cycle(), 0, clock.breachedAt()));
      }
    }
    return due;
  }

  /** A level is warned of once, wherever its point moves; a breach is one of its deadline. */
  boolean isSaidBy(SaidAlert alert) {
    if (!type.equals(alert.type()) || metric != alert.metric() || level != alert.level()) {
      return false;
    }
    boolean sameCycle = cycle == alert.cycle();
    boolean sameInstant = dueAt.equals(alert.dueAt());
    // A message heard of late moves the number of a question, and nobody is warned of it again.
    return type.equals(WARNING) ? sameCycle || sameInstant : sameCycle && sameInstant;
  }
}
