package dev.hourglass.clocks.ledger;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.clock.CalendarName;
import dev.hourglass.clocks.clock.ClockCourse;
import dev.hourglass.clocks.clock.ClockFold;
import dev.hourglass.clocks.clock.Escalation;
import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.clocks.clock.Warning;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.alert.ClockState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the ledger of one ticket. */
final class LedgerWriter {

  /** With more facts nobody tries what each of them moves: that folds the history once for each. */
  static final int WEIGHED_AT_MOST = 300;

  private final TicketHistory history;
  private final Calendars calendars;
  private final Instant asOf;
  private final Map<String, LoggedFact> facts = new HashMap<>();
  private final Map<String, Instant> countedAt;
  private final boolean weighed;

  LedgerWriter(
      Collection<LoggedFact> logged,
      TicketHistory history,
      Calendars calendars,
      Instant asOf,
      Weighing weighing) {
    this.history = history;
    this.calendars = calendars;
    this.asOf = asOf;
    countedAt = history.countedAt();
    weighed = weighing == Weighing.EACH_FACT && countedAt.size() <= WEIGHED_AT_MOST;
    for (LoggedFact fact : logged) {
      facts.merge(fact.heard().id(), fact, LedgerWriter::heardFirst);
    }
  }

  Ledger ledger() {
    Set<CalendarName> missing = ClockFold.missing(history, calendars);
    if (!missing.isEmpty()) {
      return unresolved("not known yet: " + names(missing));
    }
    try {
      List<ClockCourse> courses = ClockFold.courses(history, calendars, asOf);
      return ledger(
          null,
          courses.stream().map(course -> ClockEntry.of(course, history, asOf)).toList(),
          facts(courses.stream().map(ClockCourse::clock).toList()));
    } catch (RuntimeException e) {
      // Pure code: facts or a promise that cannot be counted out; the rest can be told.
      return unresolved("its clocks cannot be counted: " + e.getMessage());
    }
  }

  private Ledger unresolved(String why) {
    return ledger(why, List.of(), facts(List.of()));
  }

  private Ledger ledger(
      @Nullable String unresolved, List<ClockEntry> clocks, List<FactEntry> entries) {
    return new Ledger(
        asOf,
        history.received().orElse(null),
        history.startedAt().orElse(null),
        unresolved,
        PromiseEntry.of(history.promises()),
        clocks,
        entries);
  }

  private List<FactEntry> facts(List<SlaClock> clocks) {
    Set<String> early = history.beforeTheTicket();
    return countedAt.entrySet().stream()
        .map(e -> entry(facts.get(e.getKey()), e.getValue(), early, clocks))
        .toList();
  }

  private FactEntry entry(
      LoggedFact logged, Instant countsAt, Set<String> early, List<SlaClock> clocks) {
    HeardFact heard = logged.heard();
    return new FactEntry(
        heard.id(),
        heard.fact().getClass().getSimpleName(),
        heard.source(),
        heard.sequence(),
        heard.fact().occurredAt(),
        logged.recordedAt(),
        heard.heardAt(),
        countsAt,
        flags(heard, countsAt, early.contains(heard.id())),
        weighed ? moves(heard.id(), clocks) : null);
  }

  private List<FactFlag> flags(HeardFact heard, Instant countsAt, boolean early) {
    List<FactFlag> flags = new ArrayList<>();
    if (heard.fromTheFuture()) {
      flags.add(FactFlag.FROM_THE_FUTURE);
    } else if (countsAt.isAfter(heard.fact().occurredAt())) {
      flags.add(FactFlag.CLOCK_SET_BACK);
    }
    if (early) {
      flags.add(FactFlag.BEFORE_THE_TICKET);
    }
    if (heard.heardAt().isAfter(asOf)) {
      flags.add(FactFlag.HEARD_LATER);
    }
    return flags;
  }

  /** A fact counts for the clocks that stand otherwise without it: the fold itself is asked. */
  private List<ClockName> moves(String id, List<SlaClock> clocks) {
    if (clocks.isEmpty()) {
      return List.of();
    }
    Map<ClockName, Standing> with = standing(clocks);
    Map<ClockName, Standing> without = standing(clocksWithout(id));
    Set<ClockName> names = new LinkedHashSet<>(with.keySet());
    names.addAll(without.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(with.get(name), without.get(name)))
        .toList();
  }

  private List<SlaClock> clocksWithout(String id) {
    List<HeardFact> others =
        facts.values().stream()
            .map(LoggedFact::heard)
            .filter(heard -> countedAt.containsKey(heard.id()) && !heard.id().equals(id))
            .toList();
    return ClockFold.fold(TicketHistory.of(others), calendars, asOf).clocks();
  }

  private static Map<ClockName, Standing> standing(List<SlaClock> clocks) {
    Map<ClockName, Standing> named = new LinkedHashMap<>();
    clocks.forEach(clock -> named.put(ClockName.of(clock), Standing.of(clock)));
    return named;
  }

  private static LoggedFact heardFirst(LoggedFact a, LoggedFact b) {
    return b.heard().heardAt().isBefore(a.heard().heardAt()) ? b : a;
  }

  private static String names(Set<CalendarName> missing) {
    return missing.stream()
        .map(name -> "calendar '" + name.calendar() + "' of edition '" + name.edition() + "'")
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** How a clock stands: nobody is warned of one that has ended, or called for it. */
  private record Standing(ClockState state, List<Warning> warnings, List<Escalation> escalations) {

    static Standing of(SlaClock clock) {
      return new Standing(
          clock.state(), clock.open() ? clock.warnings() : List.of(), clock.escalated(Instant.MAX));
    }
  }
}
