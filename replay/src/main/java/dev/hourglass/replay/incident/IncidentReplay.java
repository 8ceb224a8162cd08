package dev.hourglass.replay.incident;

import dev.hourglass.clocks.clock.ClockFold;
import dev.hourglass.clocks.clock.TicketClocks;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.replay.comparison.Comparison;
import dev.hourglass.replay.comparison.LeftOut;
import dev.hourglass.replay.comparison.Missed;
import dev.hourglass.replay.comparison.Report;
import dev.hourglass.replay.comparison.Window;
import dev.hourglass.replay.history.EditionPromises;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Folds the incidents of a foreign log under an edition, and compares with what the log says of
 * itself. A verdict is about an incident as a whole, so incidents are compared, not clocks. Pure.
 */
public final class IncidentReplay implements Incidents {

  private final EditionPromises edition;
  private final Customer customer;
  private final Window window;
  private final List<Missed> claimed = new ArrayList<>();
  private final List<Missed> ours = new ArrayList<>();
  private final Map<Metric, Integer> breaches = new EnumMap<>(Metric.class);
  private final LeftOut uncountable = new LeftOut();
  private int tickets;
  private long facts;
  private int compared;
  private int agreed;
  private int withoutVerdict;
  private int withoutPromise;

  public IncidentReplay(EditionPromises edition, Customer customer, Window window) {
    this.edition = edition.only(IncidentFacts.WITNESSED);
    this.customer = customer;
    this.window = window;
  }

  @Override
  public void incident(Incident incident) {
    if (!window.chooses(incident.first().openedAt())) {
      return;
    }
    try {
      Collection<HeardFact> told = IncidentFacts.of(incident, edition, customer);
      TicketHistory history = TicketHistory.of(window.happened(told));
      take(incident, ClockFold.fold(history, edition, window.asOf()));
    } catch (RuntimeException e) {
      // Pure code: one incident that cannot be counted out must not hide all others.
      uncountable.add("incident " + incident.number() + ": " + e.getMessage());
    }
  }

  @Override
  public LeftOut uncountable() {
    return uncountable;
  }

  @Override
  public Report report(int unreadable) {
    return new Report(
        edition.name(),
        Optional.empty(),
        window,
        tickets,
        facts,
        new Report.Counts(unreadable, 0, uncountable.count()),
        Comparison.of(claimed, ours),
        Optional.of(
            new Report.Verdicts(compared, agreed, withoutVerdict, withoutPromise, breaches)));
  }

  private void take(Incident incident, TicketClocks clocks) {
    tickets++;
    facts += clocks.history().facts();
    List<Missed> missed = Missed.of(clocks);
    missed.forEach(each -> breaches.merge(each.metric(), 1, Integer::sum));
    Optional<Boolean> verdict = incident.verdict(window.asOf());
    if (!promised(clocks.history())) {
      withoutPromise++;
    } else if (verdict.isEmpty()) {
      withoutVerdict++;
    } else {
      compare(incident, verdict.get(), missed);
    }
  }

  /** In the end: a clock that a later promise no longer had says nothing. */
  private static boolean promised(TicketHistory history) {
    return history
        .latestPromise()
        .filter(made -> !made.fact().promise().targets().isEmpty())
        .isPresent();
  }

  private void compare(Incident incident, boolean made, List<Missed> missed) {
    compared++;
    agreed += made == missed.isEmpty() ? 1 : 0;
    missed.stream()
        .min(Comparator.comparing(Missed::deadline))
        .map(Missed::ofTicket)
        .ifPresent(ours::add);
    if (!made) {
      IncidentRow closing = incident.last();
      claimed.add(
          new Missed(
              incident.ticketId(),
              incident.number(),
              null,
              0,
              closing.priority(),
              customer.plan(),
              null,
              closing.updatedAt()));
    }
  }
}
