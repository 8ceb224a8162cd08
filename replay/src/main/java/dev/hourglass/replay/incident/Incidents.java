package dev.hourglass.replay.incident;

import dev.hourglass.replay.comparison.LeftOut;
import dev.hourglass.replay.comparison.Report;

/** Takes the incidents of a foreign log one by one, and reports in the end. */
public sealed interface Incidents permits IncidentReplay, IncidentsAgainst {

  /** Folds one incident, if it is one of those chosen. */
  void incident(Incident incident);

  LeftOut uncountable();

  /**
   * What came of it.
   *
   * @param unreadable how many rows were left out before they came here
   */
  Report report(int unreadable);
}
