package dev.hourglass.clocks.clock;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.history.DeadlineSet;
import dev.hourglass.clocks.history.Pause;
import dev.hourglass.clocks.history.PromiseMade;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  private TicketClocks clocks() {
    List<SlaClock> clocks = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      if (isPromised(metric)) {
        Optional<Instant> dropped = droppedAt(metric);
        for (Episode episode : Episodes.of(metric, history)) {
          clock(episode, dropped).ifPresent(clocks::add);
        }
      }
    }
    return new TicketClocks(history, List.copyOf(clocks), now);
  }

  /** Nothing starts once the promise has lost the target. */
  private Optional<SlaClock> clock(Episode episode, Optional<Instant> dropped) {
    if (dropped.isPresent() && episode.startedAt().isAfter(dropped.get())) {
      return Optional.empty();
    }
    return aim(episode).map(aim -> new ClockReading(episode, aim, dropped, now).clock());
  }

  private boolean isPromised(Metric metric) {
    for (PromiseMade made : history.promises()) {
      if (made.fact().promise().target(metric).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** What the clock is held to in the end. */
  private Optional<Aim> aim(Episode episode) {
    Aim aim = null;
    List<PromiseMade> promises = history.promises();
    for (PromiseMade made : promises.subList(lastBefore(episode, promises), promises.size())) {
      Promise promise = made.fact().promise();
      Optional<Target> target = promise.target(episode.metric());
      if (target.isPresent()) {
        Run run = run(episode, promise.edition(), target.get());
        aim =
            aim == null
                ? Aim.first(target.get(), run, made.at())
                : aim.promisedAgain(target.get(), run, made.at());
      }
    }
    if (aim != null) {
      for (DeadlineSet set : history.deadlinesSet(episode.metric(), episode.cycle())) {
        aim = aim.setByHand(set.deadline(), set.at());
      }
    }
    return Optional.ofNullable(aim);
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
