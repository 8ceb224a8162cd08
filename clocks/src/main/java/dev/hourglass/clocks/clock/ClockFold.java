package dev.hourglass.clocks.clock;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.history.Acknowledgement;
import dev.hourglass.clocks.history.DeadlineSet;
import dev.hourglass.clocks.history.Pause;
import dev.hourglass.clocks.history.PromiseMade;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Facts and promises make clocks: the one function that the live monitor, the ledger and a replay
 * share. Pure; the order of arrival does not matter, and neither does how often it is asked.
 */
public final class ClockFold {

  private final TicketHistory history;
  private final Calendars calendars;
  private final Instant now;

  private ClockFold(TicketHistory history, Calendars calendars, Instant now) {
    this.history = history;
    this.calendars = calendars;
    this.now = now;
  }

  /** The calendars that the promises name and nobody has yet. */
  public static Set<CalendarName> missing(TicketHistory history, Calendars calendars) {
    Set<CalendarName> missing = new HashSet<>();
    for (PromiseMade made : history.promises()) {
      Promise promise = made.fact().promise();
      for (Target target : promise.targets()) {
        if (calendars.find(promise.edition(), target.calendar()).isEmpty()) {
          missing.add(new CalendarName(promise.edition(), target.calendar()));
        }
      }
    }
    return missing;
  }

  /**
   * The clocks of a ticket as of {@code now}.
   *
   * @throws IllegalStateException if a calendar is {@link #missing}
   * @throws RuntimeException if a promise cannot be counted out, such as one of a thousand years
   */
  public static TicketClocks fold(TicketHistory history, Calendars calendars, Instant now) {
    return new ClockFold(history, calendars, now).clocks();
  }

  /**
   * The same clocks, each with how it came to stand as it does.
   *
   * @throws IllegalStateException if a calendar is {@link #missing}
   * @throws RuntimeException if a promise cannot be counted out, such as one of a thousand years
   */
  public static List<ClockCourse> courses(TicketHistory history, Calendars calendars, Instant now) {
    return new ClockFold(history, calendars, now).courses();
  }

  private TicketClocks clocks() {
    List<SlaClock> clocks = new ArrayList<>();
    forEachEpisode(
        (episode, dropped) -> clock(episode, steps(episode), dropped).ifPresent(clocks::add));
    return new TicketClocks(history, List.copyOf(clocks), now);
  }

  private List<ClockCourse> courses() {
    List<ClockCourse> courses = new ArrayList<>();
    forEachEpisode(
        (episode, dropped) -> {
          List<AimStep> steps = steps(episode);
          clock(episode, steps, dropped)
              .ifPresent(clock -> courses.add(ClockCourse.of(clock, steps, now)));
        });
    return courses;
  }

  /** With when the promise lost the target, if it did: nothing starts after that. */
  private void forEachEpisode(BiConsumer<Episode, Optional<Instant>> action) {
    for (Metric metric : Metric.values()) {
      if (isPromised(metric)) {
        Optional<Instant> dropped = droppedAt(metric);
        for (Episode episode : Episodes.of(metric, history)) {
          if (dropped.isEmpty() || !episode.startedAt().isAfter(dropped.get())) {
            action.accept(episode, dropped);
          }
        }
      }
    }
  }

  private boolean isPromised(Metric metric) {
    for (PromiseMade made : history.promises()) {
      if (made.fact().promise().target(metric).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The clock is held to the last step; without one there is no clock. */
  private Optional<SlaClock> clock(
      Episode episode, List<AimStep> steps, Optional<Instant> dropped) {
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    Aim aim = steps.get(steps.size() - 1).aim();
    List<Acknowledgement> taken = history.acknowledgements(episode.metric(), episode.cycle());
    Optional<Instant> acknowledged =
        taken.isEmpty() ? Optional.empty() : Optional.of(taken.get(0).at());
    return Optional.of(new ClockReading(episode, aim, dropped, acknowledged, now).clock());
  }

  /** What the clock was held to, one after the other. */
  private List<AimStep> steps(Episode episode) {
    List<AimStep> steps = new ArrayList<>();
    AimStep last = null;
    List<PromiseMade> promises = history.promises();
    for (PromiseMade made : promises.subList(lastBefore(episode, promises), promises.size())) {
      Promise promise = made.fact().promise();
      Optional<Target> target = promise.target(episode.metric());
      if (target.isPresent()) {
        Run run = run(episode, promise.edition(), target.get());
        last = AimStep.promised(last, made, target.get(), run);
        steps.add(last);
      }
    }
    if (last != null) {
      for (DeadlineSet set : history.deadlinesSet(episode.metric(), episode.cycle())) {
        last = last.setByHand(set);
        steps.add(last);
      }
    }
    return steps;
  }

  /**
   * The last promise that the clock was held to when it started: no earlier one counts any more,
   * and a clock of the hundredth cycle need not be counted out for each of them.
   */
  private static int lastBefore(Episode episode, List<PromiseMade> promises) {
    for (int i = promises.size() - 1; i > 0; i--) {
      PromiseMade made = promises.get(i);
      if (!made.at().isAfter(episode.startedAt())
          && made.fact().promise().target(episode.metric()).isPresent()) {
        return i;
      }
    }
    return 0;
  }

  private Run run(Episode episode, String edition, Target target) {
    WorkingCalendar calendar =
        calendars
            .find(edition, target.calendar())
            .orElseThrow(() -> new IllegalStateException("a calendar is missing"));
    List<Pause> pauses = history.pauses(episode.startedAt(), episode.endedAt());
    pauses.removeIf(pause -> !target.pausedBy().contains(pause.reason()));
    return new Run(episode.startedAt(), calendar, pauses);
  }

  /** When the promises stopped to have the metric, if the latest does not. */
  private Optional<Instant> droppedAt(Metric metric) {
    Optional<Instant> dropped = Optional.empty();
    List<PromiseMade> promises = history.promises();
    for (int i = promises.size() - 1; i >= 0; i--) {
      if (promises.get(i).fact().promise().target(metric).isPresent()) {
        return dropped;
      }
      dropped = Optional.of(promises.get(i).at());
    }
    return dropped;
  }
}
