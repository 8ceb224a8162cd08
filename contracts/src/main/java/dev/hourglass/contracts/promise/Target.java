package dev.hourglass.contracts.promise;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.name;
import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One metric within one duration on one calendar: what a single clock is held to.
 *
 * @param within working time on the calendar, exact to the millisecond
 * @param calendar the name of a calendar in the promise's edition
 * @param pausedBy the pause reasons that stop this clock; none by default (S50)
 * @param contractual whether missing it breaks the contract, or only our own standard (K9)
 * @param againOnReopening RESTORATION only: true if a reopened ticket has to be restored anew;
 *     missing where what was restored stays so. RESOLUTION always starts anew
 * @param escalateAt the levels of escalation in their order; missing where nobody is escalated to
 */
public record Target(
    Metric metric,
    Duration within,
    String calendar,
    Set<PauseReason> pausedBy,
    List<WarningPoint> warnAt,
    boolean contractual,
    @Nullable Boolean againOnReopening,
    @Nullable List<EscalationLevel> escalateAt) {

  /** No target, and no time before or after its end, is longer. */
  static final Duration LONGEST = Duration.ofDays(3_653);

  private static final int MOST_LEVELS = 20;

  public Target {
    required(metric, "metric");
    required(within, "within");
    name(calendar, "calendar");
    rule(
        !within.isNegative() && !within.isZero() && within.compareTo(LONGEST) <= 0,
        "'within' must be positive, and no longer than ten years");
    // An EnumSet keeps the order of the declaration, so the same target is the same JSON.
    pausedBy =
        pausedBy == null || pausedBy.isEmpty()
            ? Set.of()
            : Collections.unmodifiableSet(EnumSet.copyOf(pausedBy));
    warnAt = listOf(warnAt);
    rule(
        warnAt.stream().map(WarningPoint::level).distinct().count() == warnAt.size(),
        "each level of 'warnAt' may stand once");
    // Said or not said, no is no: the same target is the same JSON.
    againOnReopening = Boolean.TRUE.equals(againOnReopening) ? Boolean.TRUE : null;
    rule(
        againOnReopening == null || metric == Metric.RESTORATION,
        "'againOnReopening' is for RESTORATION alone");
    escalateAt = escalateAt == null || escalateAt.isEmpty() ? null : List.copyOf(escalateAt);
    rule(isAscending(listOf(escalateAt)), "the levels of 'escalateAt' ascend");
    rule(
        listOf(escalateAt).size() <= MOST_LEVELS,
        "'escalateAt' has at most " + MOST_LEVELS + " levels");
  }

  /** A target that a reopening does not bring back. */
  public Target(
      Metric metric,
      Duration within,
      String calendar,
      Set<PauseReason> pausedBy,
      List<WarningPoint> warnAt,
      boolean contractual) {
    this(metric, within, calendar, pausedBy, warnAt, contractual, null, null);
  }

  /** The same target with levels of escalation. */
  public Target escalatedAt(List<EscalationLevel> levels) {
    return new Target(
        metric, within, calendar, pausedBy, warnAt, contractual, againOnReopening, levels);
  }

  /** The levels of escalation in their order; none where nobody is escalated to. */
  public List<EscalationLevel> levels() {
    return listOf(escalateAt);
  }

  /** Whether each reopening starts a cycle of its own. */
  public boolean startsAgain() {
    return againOnReopening != null;
  }

  private static boolean isAscending(List<EscalationLevel> levels) {
    for (int i = 1; i < levels.size(); i++) {
      if (levels.get(i).level() <= levels.get(i - 1).level()) {
        return false;
      }
    }
    return true;
  }
}
