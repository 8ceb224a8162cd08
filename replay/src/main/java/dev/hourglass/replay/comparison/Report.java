package dev.hourglass.replay.comparison;

import dev.hourglass.contracts.promise.Metric;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a replay. Holds nothing that depends on the machine or the day.
 *
 * @param edition the edition under which the history was replayed
 * @param against the edition that it was compared with; empty if with the promises that were made,
 *     or with the verdicts of a foreign log
 * @param tickets how many were folded
 * @param facts how many different facts they had
 * @param leftOut what was not folded
 * @param comparison the breaches of the baseline and of the replay
 * @param verdicts only of a foreign log that is compared with itself
 */
public record Report(
    EditionName edition,
    Optional<EditionName> against,
    Window window,
    int tickets,
    long facts,
    Counts leftOut,
    Comparison comparison,
    Optional<Verdicts> verdicts) {

  /**
   * How much was left out.
   *
   * @param unreadable records or rows that say nothing that can be understood
   * @param neverReceived tickets of which there are facts, but none that they were received
   * @param uncountable tickets whose promises cannot be counted out
   */
  public record Counts(int unreadable, int neverReceived, int uncountable) {

    public int all() {
      return unreadable + neverReceived + uncountable;
    }
  }

  /**
   * How the verdicts of a foreign log relate to ours. Compared are tickets that have both.
   *
   * @param compared how many were
   * @param agreed how many of them were met, or missed, by both
   * @param withoutVerdict tickets of which the log does not say
   * @param withoutPromise tickets to which the edition promises nothing that the log can show
   * @param breaches under the edition, of all tickets
   */
  public record Verdicts(
      int compared,
      int agreed,
      int withoutVerdict,
      int withoutPromise,
      Map<Metric, Integer> breaches) {}
}
