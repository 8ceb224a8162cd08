package dev.hourglass.clocks.clock;

import dev.hourglass.clocks.calendar.CalendarSpan;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.history.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a clock runs from its start: working time, less the pauses that stop it. Both through the
 * same calendar (R3).
 */
record Run(Instant start, WorkingCalendar calendar, List<Pause> pauses) {

  private static final Duration MOMENT = Duration.ofNanos(1);

  /**
   * When the clock has run for {@code budget}: the earliest such instant outside every pause (R5);
   * empty if an open pause comes first.
   */
  Optional<Instant> reaches(Duration budget) {
    Instant from = start;
    Duration left = budget;
    for (Pause pause : pauses) {
      if (pause.to() != null && !pause.to().isAfter(from)) {
        continue;
      }
      Instant reached = calendar.add(from, left);
      if (reached.isBefore(pause.from())) {
        return Optional.of(reached);
      }
      if (pause.to() == null) {
        return Optional.empty();
      }
      left = left.minus(calendar.between(from, pause.from()));
      from = pause.to();
    }
    return Optional.of(calendar.add(from, left));
  }

  /** How long the clock has run by {@code instant}. */
  Duration by(Instant instant) {
    Duration ran = Duration.ZERO;
    Instant from = start;
    for (Pause pause : pauses) {
      Instant until = pause.from().isBefore(instant) ? pause.from() : instant;
      ran = ran.plus(calendar.between(from, until));
      if (pause.to() == null) {
        return ran;
      }
      from = pause.to().isAfter(from) ? pause.to() : from;
    }
    return ran.plus(calendar.between(from, instant));
  }

  /** Every moment from the start up to {@code end}, with its reason; none if that is before it. */
  List<Interval> intervals(Instant end) {
    List<Interval> intervals = new ArrayList<>();
    for (CalendarSpan span : calendar.spans(start, end)) {
      if (span.counts()) {
        cut(span, intervals);
      } else {
        intervals.add(Interval.outOfHours(span));
      }
    }
    return List.copyOf(intervals);
  }

  private void cut(CalendarSpan span, List<Interval> intervals) {
    Instant told = span.from();
    for (Pause pause : pauses) {
      Instant from = pause.from().isAfter(told) ? pause.from() : told;
      boolean longer = pause.to() == null || pause.to().isAfter(span.to());
      Instant to = longer ? span.to() : pause.to();
      if (from.isBefore(to)) {
        if (told.isBefore(from)) {
          intervals.add(Interval.running(told, from, span));
        }
        intervals.add(Interval.paused(from, to, pause, span));
        told = to;
      }
    }
    if (told.isBefore(span.to())) {
      intervals.add(Interval.running(told, span.to(), span));
    }
  }

  /** The same clock as it goes on from an instant. */
  Run from(Instant instant) {
    return new Run(instant, calendar, pauses);
  }

  /**
   * The first instant from {@code instant} on at which the clock runs, the end of a day's hours
   * included; empty if the pause that it lies in lasts.
   */
  Optional<Instant> runningFrom(Instant instant) {
    boolean inHours = !calendar.between(instant.minus(MOMENT), instant.plus(MOMENT)).isZero();
    Optional<Instant> outside = outsidePauses(instant);
    return inHours && outside.filter(instant::equals).isPresent()
        ? outside
        : from(instant)
            .reaches(MOMENT)
            .map(reached -> reached.minus(MOMENT))
            .flatMap(this::outsidePauses);
  }

  /** {@code instant}, or the end of the pause that it lies in; empty if that pause lasts. */
  Optional<Instant> outsidePauses(Instant instant) {
    for (Pause pause : pauses) {
      if (!instant.isBefore(pause.from())) {
        if (pause.to() == null) {
          return Optional.empty();
        }
        if (instant.isBefore(pause.to())) {
          return Optional.of(pause.to());
        }
      }
    }
    return Optional.of(instant);
  }
}
