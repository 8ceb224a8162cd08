package dev.hourglass.clocks.clock;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.history.DeadlineSet;
import dev.hourglass.clocks.history.PromiseMade;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    return history.promises().stream()
        .map(made -> made.fact().promise())
        .flatMap(
            promise ->
                promise.targets().stream()
                    .map(target -> new CalendarName(promise.edition(), target.calendar())))
        .filter(name -> calendars.find(name.edition(), name.calendar()).isEmpty())
        .collect(Collectors.toSet());
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
    ClockFold fold = new ClockFold(history, calendars, now);
    return fold.episodes().flatMap(episode -> fold.course(episode).stream()).toList();
  }

  private TicketClocks clocks() {
    List<SlaClock> clocks =
        episodes().flatMap(episode -> clock(episode, steps(episode)).stream()).toList();
    return new TicketClocks(history, clocks, now);
  }

  private Stream<Episode> episodes() {
    return Arrays.stream(Metric.values()).flatMap(metric -> Episodes.of(metric, history).stream());
  }

  private Optional<ClockCourse> course(Episode episode) {
    List<AimStep> steps = steps(episode);
    return clock(episode, steps).map(clock -> ClockCourse.of(clock, steps, now));
  }

  /** The clock is held to the last step; without one there is no clock. */
  private Optional<SlaClock> clock(Episode episode, List<AimStep> steps) {
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    Aim aim = steps.get(steps.size() - 1).aim();
    return Optional.of(new ClockReading(episode, aim, droppedAt(episode.metric()), now).clock());
  }

  /** What the clock was held to, one after the other. */
  private List<AimStep> steps(Episode episode) {
    List<AimStep> steps = new ArrayList<>();
    AimStep last = null;
    for (PromiseMade made : history.promises()) {
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

  private Run run(Episode episode, String edition, Target target) {
    WorkingCalendar calendar =
        calendars
            .find(edition, target.calendar())
            .orElseThrow(() -> new IllegalStateException("a calendar is missing"));
    return new Run(
        episode.startedAt(),
        calendar,
        history.pauses().stream()
            .filter(pause -> target.pausedBy().contains(pause.reason()))
            .toList());
  }

  /** When the promises stopped to have the metric, if the latest does not. */
  private Optional<Instant> droppedAt(Metric metric) {
    List<PromiseMade> without = new ArrayList<>();
    for (PromiseMade made : history.promises()) {
      if (made.fact().promise().target(metric).isPresent()) {
        without.clear();
      } else {
        without.add(made);
      }
    }
    return without.stream().findFirst().map(PromiseMade::at);
  }
}
