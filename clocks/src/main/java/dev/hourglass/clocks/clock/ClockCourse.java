package dev.hourglass.clocks.clock;

import dev.hourglass.clocks.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.List;

/**
 * A clock, and how it came to stand as it does.
 *
 * @param calendar on which it runs now; a later promise lays the whole run on its own calendar
 * @param intervals every moment from its start to its stop, or to the instant that it is read at
 * @param aims what it was held to, in that order; the last counts
 */
public record ClockCourse(
    SlaClock clock, WorkingCalendar calendar, List<Interval> intervals, List<AimTaken> aims) {

  static ClockCourse of(SlaClock clock, List<AimStep> steps, Instant now) {
    Run run = steps.get(steps.size() - 1).aim().run();
    Instant end = clock.endedAt() == null ? now : clock.endedAt();
    return new ClockCourse(
        clock, run.calendar(), run.intervals(end), steps.stream().map(AimStep::taken).toList());
  }
}
