package dev.hourglass.clocks.ledger;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.clock.AimTaken;
import dev.hourglass.clocks.clock.ClockCourse;
import dev.hourglass.clocks.clock.Interval;
import dev.hourglass.clocks.clock.IntervalReason;
import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.clocks.history.Acknowledgement;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock in the ledger: every moment from its start to its stop, or to the instant that the ledger
 * is read at, has one reason, and together they are the wall time, to the nanosecond (R3).
 *
 * @param deadline missing while an open pause stands before it
 * @param breachedAt the deadline that was missed, if one was
 * @param zone of the calendar's hours; missing on a calendar that is always on
 * @param run working time that used up the target
 * @param paused working time in which the clock was stopped
 * @param outOfHours time that is no working time
 * @param aims how the deadline came about; the last counts
 * @param acknowledgements of what was said about it; from the first on no level is reached
 */
public record ClockEntry(
    Metric metric,
    int cycle,
    ClockStatus status,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant deadline,
    @Nullable Duration remaining,
    @Nullable Instant breachedAt,
    Target target,
    String edition,
    @Nullable ZoneId zone,
    Duration wall,
    Duration run,
    Duration paused,
    Duration outOfHours,
    List<Interval> intervals,
    List<AimTaken> aims,
    List<WarningEntry> warnings,
    List<EscalationEntry> escalations,
    List<Acknowledgement> acknowledgements) {

  public ClockEntry {
    intervals = listOf(intervals);
    aims = listOf(aims);
    warnings = listOf(warnings);
    escalations = listOf(escalations);
    acknowledgements = listOf(acknowledgements);
    rule(
        run.plus(paused).plus(outOfHours).equals(wall),
        "running, paused and out of hours are the wall time");
  }

  static ClockEntry of(ClockCourse course, TicketHistory history, Instant asOf) {
    SlaClock clock = course.clock();
    Instant end = clock.endedAt() == null ? asOf : clock.endedAt();
    List<Interval> intervals = course.intervals();
    List<AimTaken> aims = course.aims();
    return new ClockEntry(
        clock.metric(),
        clock.cycle(),
        clock.status(),
        clock.startedAt(),
        clock.endedAt(),
        clock.deadline(),
        clock.remaining(),
        clock.missed().orElse(null),
        clock.target(),
        aims.get(aims.size() - 1).edition(),
        zone(course.calendar()),
        wall(clock.startedAt(), end),
        sum(intervals, IntervalReason.RUNNING),
        sum(intervals, IntervalReason.PAUSED),
        sum(intervals, IntervalReason.OUT_OF_HOURS),
        intervals,
        aims,
        clock.warnings().stream()
            .map(w -> new WarningEntry(w.level(), w.dueAt(), !w.dueAt().isAfter(end)))
            .toList(),
        escalations(clock, history, end),
        history.acknowledgements(clock.metric(), clock.cycle()));
  }

  public ClockName clock() {
    return new ClockName(metric, cycle);
  }

  private static List<EscalationEntry> escalations(
      SlaClock clock, TicketHistory history, Instant end) {
    UUID ticketId = history.received().orElseThrow().ticketId();
    return clock.escalations().stream()
        .map(escalation -> EscalationEntry.of(ticketId, clock, escalation, end))
        .toList();
  }

  private static @Nullable ZoneId zone(WorkingCalendar calendar) {
    return calendar.zone().orElse(null);
  }

  /** A clock that was cancelled before it started has not lived. */
  private static Duration wall(Instant start, Instant end) {
    return end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
  }

  private static Duration sum(List<Interval> intervals, IntervalReason reason) {
    return intervals.stream()
        .filter(interval -> interval.reason() == reason)
        .map(Interval::wall)
        .reduce(Duration.ZERO, Duration::plus);
  }
}
