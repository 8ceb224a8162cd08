package dev.hourglass.clocks.clock;

import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One target of one ticket in one cycle, as of an instant.
 *
 * <pre>
 * RUNNING ─ warning point ─► AT_RISK ─ past the deadline ─► BREACHED ─ stop ─► MET_LATE
 *    │ ▲                        │
 *  pause resume               stop ─► MET      (from PAUSED as well)
 *    ▼ │
 *  PAUSED             cancel, merge, dropped target ─► CANCELLED (BREACHED stays so)
 * </pre>
 *
 * Every state is derived from the facts anew, so each of them can be revised by a fact heard of
 * late. A stop at the very deadline is in time.
 *
 * @param deadline empty while nobody knows it, because the clock is paused
 * @param remaining working time left, while it runs or is paused
 * @param endedAt when it was stopped or cancelled
 * @param warnings its warning points that have an instant, in order of time
 * @param escalations its levels that have an instant, with their repetitions, in order of time
 * @param acknowledgedAt when somebody first took care of what was said about it
 */
public record SlaClock(
    Metric metric,
    int cycle,
    ClockStatus status,
    Instant startedAt,
    @Nullable Instant deadline,
    @Nullable Duration remaining,
    @Nullable Instant endedAt,
    Target target,
    List<Warning> warnings,
    List<Escalation> escalations,
    @Nullable Instant acknowledgedAt) {

  /** Whether somebody still has to stop it. */
  public boolean open() {
    return endedAt == null;
  }

  /** The deadline that was missed, if one was; later stops do not undo that. */
  public Optional<Instant> missed() {
    return status == ClockStatus.BREACHED || status == ClockStatus.MET_LATE
        ? Optional.of(deadline)
        : Optional.empty();
  }

  /** When the question or period began that it counts; empty if its cycles are no turns. */
  public Optional<Instant> turnFrom() {
    return Episodes.countsTurns(metric) ? Optional.of(startedAt) : Optional.empty();
  }

  /** Whether {@code instant} lies between its start and its end, the start included. */
  public boolean covers(Instant instant) {
    return instant.equals(startedAt)
        || (instant.isAfter(startedAt) && (endedAt == null || instant.isBefore(endedAt)));
  }

  /** The warnings that somebody should have heard by {@code now}; none once it is over. */
  public List<Warning> warned(Instant now) {
    return open()
        ? warnings.stream().filter(warning -> !warning.dueAt().isAfter(now)).toList()
        : List.of();
  }

  /**
   * The levels that somebody should have heard of by {@code now}; none once it is over, and none
   * from when somebody acknowledged an alert.
   */
  public List<Escalation> escalated(Instant now) {
    return open()
        ? escalations.stream().filter(escalation -> reaches(escalation, now)).toList()
        : List.of();
  }

  /**
   * Whether a level is reached if the clock is open until {@code end}. A stop or an acknowledgement
   * at its very instant is in time.
   */
  public boolean reaches(Escalation escalation, Instant end) {
    return escalation.dueAt().isBefore(end) && !isAcknowledgedBy(escalation.dueAt());
  }

  private boolean isAcknowledgedBy(Instant instant) {
    return acknowledgedAt != null && !acknowledgedAt.isAfter(instant);
  }

  /** The next instant after {@code now} at which it changes without anything happening. */
  Optional<Instant> changesAfter(Instant now) {
    if (!open()) {
      return Optional.empty();
    }
    Stream<Instant> points = warnings.stream().map(Warning::dueAt);
    Stream<Instant> levels =
        escalations.stream().map(Escalation::dueAt).filter(at -> !isAcknowledgedBy(at));
    Stream<Instant> passed = Stream.concat(Stream.ofNullable(deadline), levels);
    return Stream.concat(points, passed.map(at -> at.plusNanos(1)))
        .filter(at -> at.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  /** As the topics carry it. */
  public ClockState state() {
    return new ClockState(
        metric,
        cycle,
        status,
        startedAt,
        deadline,
        remaining,
        endedAt,
        target.within(),
        target.calendar(),
        target.contractual());
  }
}
