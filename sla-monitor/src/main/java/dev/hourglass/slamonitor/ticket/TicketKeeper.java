package dev.hourglass.slamonitor.ticket;

import dev.hourglass.clocks.alert.MissedDeadline;
import dev.hourglass.clocks.alert.PreparedBreach;
import dev.hourglass.clocks.alert.Said;
import dev.hourglass.clocks.alert.Speaker;
import dev.hourglass.clocks.alert.Speech;
import dev.hourglass.clocks.alert.SpokenUpTo;
import dev.hourglass.clocks.alert.Utterance;
import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.clock.CalendarName;
import dev.hourglass.clocks.clock.ClockFold;
import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.clocks.clock.TicketClocks;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.alert.SlaAtRisk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Looks at one ticket: what there is to say about it now, and when to look again. */
public final class TicketKeeper {

  private final Calendars calendars;
  private final Retention retention;

  public TicketKeeper(Calendars calendars, Retention retention) {
    this.calendars = calendars;
    this.retention = retention;
  }

  /**
   * A look at the ticket; looking again at once says nothing.
   *
   * @param facts what has been heard of it, in any order
   * @param heardUpTo the instant up to which everything has been heard
   * @param spoken up to when the speakers have spoken
   * @param now the wall clock, which may be later
   */
  public Step look(
      UUID ticketId,
      TicketRecord record,
      List<HeardFact> facts,
      Instant heardUpTo,
      SpokenUpTo spoken,
      Instant now) {
    if (record.shrunk()) {
      return lookAtMarker(record, now);
    }
    try {
      return lookAtFacts(ticketId, record, facts, heardUpTo, spoken, now);
    } catch (RuntimeException e) {
      // Pure code: facts or a promise that cannot be counted out must not stop the partition.
      return Step.unresolved(record, "its clocks cannot be counted: " + e.getMessage());
    }
  }

  private Step lookAtFacts(
      UUID ticketId,
      TicketRecord record,
      List<HeardFact> facts,
      Instant heardUpTo,
      SpokenUpTo spoken,
      Instant now) {
    TicketHistory history = TicketHistory.of(facts);
    if (history.received().isEmpty()) {
      return lookAtOrphans(record, facts, now);
    }
    Optional<Instant> shrinkAt = history.endedAt().map(end -> end.plus(retention.afterEnd()));
    if (shrinkAt.isPresent() && !shrinkAt.get().isAfter(now)) {
      return Step.shrink(record.shrunkTo(now).dueAt(millis(now.plus(retention.marker()))));
    }
    Set<CalendarName> missing = ClockFold.missing(history, calendars);
    if (!missing.isEmpty()) {
      return Step.unresolved(record, "a calendar of its promise is not known");
    }
    TicketClocks clocks = ClockFold.fold(history, calendars, heardUpTo);
    Speech speech = Speaker.speak(clocks, record.said(), now, spoken);
    TicketClocks shown = shown(clocks, speech.held());
    long due =
        Stream.concat(clocks.nextDue().stream(), shrinkAt.stream())
            .min(Comparator.naturalOrder())
            .map(TicketKeeper::millis)
            .orElse(TicketRecord.NEVER);
    List<PreparedBreach> prepared =
        speech.held().isEmpty() ? prepare(clocks, due, speech.said()) : List.of();
    return say(ticketId, record.dueAt(due), speech, prepared, shown, now);
  }

  /** Most of what is due next is a warning: only what misses a deadline is worth another fold. */
  private List<PreparedBreach> prepare(TicketClocks clocks, long due, Said said) {
    if (due == TicketRecord.NEVER) {
      return List.of();
    }
    Instant then = Instant.ofEpochMilli(due);
    return clocks.missesBy(then)
        ? Speaker.prepare(ClockFold.fold(clocks.history(), calendars, then), said)
        : List.of();
  }

  /**
   * What is not said yet does not show yet: at its deadline a clock is not breached. One that is
   * over is the same whenever it is looked at.
   */
  private TicketClocks shown(TicketClocks clocks, List<MissedDeadline> held) {
    if (held.isEmpty()) {
      return clocks;
    }
    List<SlaClock> shown =
        clocks.clocks().stream()
            .map(
                clock ->
                    clock
                        .missed()
                        .filter(deadline -> clock.open())
                        .filter(d -> held.contains(new MissedDeadline(clock.metric(), d)))
                        .flatMap(deadline -> asOf(deadline, clock, clocks.history()))
                        .orElse(clock))
            .toList();
    return new TicketClocks(clocks.history(), shown, clocks.asOf());
  }

  private Optional<SlaClock> asOf(Instant instant, SlaClock clock, TicketHistory history) {
    return ClockFold.fold(history, calendars, instant).clocks().stream()
        .filter(then -> then.metric() == clock.metric() && then.cycle() == clock.cycle())
        .findFirst();
  }

  private static Step say(
      UUID ticketId,
      TicketRecord record,
      Speech speech,
      List<PreparedBreach> prepared,
      TicketClocks shown,
      Instant now) {
    long warnings = record.warnings();
    long breaches = record.breaches();
    List<Event<?>> events = new ArrayList<>();
    for (Utterance utterance : speech.utterances()) {
      long sequence = utterance.alert() instanceof SlaAtRisk ? ++warnings : ++breaches;
      events.add(
          Event.withId(utterance.id(), Topics.SLA_MONITOR, now, sequence, utterance.alert()));
    }
    ClocksChanged state = ClocksState.of(ticketId, shown, record.version() + 1);
    String inShort = ClocksState.inShort(state);
    boolean changed = !inShort.equals(record.state());
    if (changed) {
      events.add(
          Event.withId(ClocksState.id(state), Topics.SLA_MONITOR, now, state.version(), state));
    }
    TicketRecord after =
        new TicketRecord(
            speech.said(),
            record.due(),
            warnings,
            breaches,
            changed ? state.version() : record.version(),
            inShort,
            shown.open(),
            null);
    return new Step(after, speech.held(), prepared, events, null, false, List.of());
  }

  private Step lookAtOrphans(TicketRecord record, List<HeardFact> facts, Instant now) {
    Instant giveUpAt =
        facts.stream()
            .map(HeardFact::heardAt)
            .min(Comparator.naturalOrder())
            .orElse(now)
            .plus(retention.orphans());
    return giveUpAt.isAfter(now)
        ? Step.keep(record.dueAt(millis(giveUpAt)))
        : Step.forget(List.copyOf(facts));
  }

  private Step lookAtMarker(TicketRecord record, Instant now) {
    Instant forgetAt = record.shrunkAt().plus(retention.marker());
    return forgetAt.isAfter(now)
        ? Step.keep(record.dueAt(millis(forgetAt)))
        : Step.forget(List.of());
  }

  /** The first whole millisecond that is not before {@code instant}. */
  private static long millis(Instant instant) {
    long floor = instant.toEpochMilli();
    return Instant.ofEpochMilli(floor).equals(instant) ? floor : floor + 1;
  }
}
