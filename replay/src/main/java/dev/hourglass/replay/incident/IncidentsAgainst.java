package dev.hourglass.replay.incident;

import dev.hourglass.replay.comparison.LeftOut;
import dev.hourglass.replay.comparison.Report;
import dev.hourglass.replay.comparison.Window;
import dev.hourglass.replay.history.EditionPromises;
import dev.hourglass.replay.history.HistoryReplay;

/**
 * Folds the incidents of a foreign log under two editions, clock by clock. What the log says of
 * itself is not asked. Pure.
 */
public final class IncidentsAgainst implements Incidents {

  private final EditionPromises against;
  private final Customer customer;
  private final Window window;
  private final HistoryReplay replay;

  /**
   * Has not heard of any incident yet.
   *
   * @param against the edition to compare with
   */
  public IncidentsAgainst(
      EditionPromises against, EditionPromises edition, Customer customer, Window window) {
    this.against = against.only(IncidentFacts.WITNESSED);
    this.customer = customer;
    this.window = window;
    replay = new HistoryReplay(this.against, edition.only(IncidentFacts.WITNESSED), window);
  }

  @Override
  public void incident(Incident incident) {
    if (!window.chooses(incident.first().openedAt())) {
      return;
    }
    try {
      replay.ticket(IncidentFacts.of(incident, against, customer));
    } catch (RuntimeException e) {
      // Pure code: one incident that cannot be told in facts must not hide all others.
      uncountable().add("incident " + incident.number() + ": " + e.getMessage());
    }
  }

  @Override
  public LeftOut uncountable() {
    return replay.uncountable();
  }

  @Override
  public Report report(int unreadable) {
    return replay.report(unreadable);
  }
}
