package dev.hourglass.clocks.history;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.timing.AlertAcknowledged;
import dev.hourglass.contracts.timing.DeadlineOverridden;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one ticket, as far as it has been heard: the facts in their places.
 *
 * <p>Depends on which facts were heard, never on the order in which they were.
 */
public final class TicketHistory {

  private static final Comparator<PlacedFact> AS_SAID =
      Comparator.comparingLong(PlacedFact::sequence)
          .thenComparing(PlacedFact::at)
          .thenComparing(PlacedFact::id);

  private final List<PlacedFact> placed;
  private final int doubted;
  private final Recorder told = new Recorder();
  private final List<PromiseMade> promises;
  private final List<DeadlineSet> deadlinesSet;
  private final List<Pause> pauses;

  private TicketHistory(Collection<HeardFact> heard, Instant end) {
    placed = PlacedFact.inOrder(heard);
    placed.removeIf(fact -> fact.at().isAfter(end));
    placed.forEach(told::record);
    doubted = (int) heard.stream().filter(HeardFact::fromTheFuture).count();
    promises = told.promises.stream().sorted(AS_SAID).map(TicketHistory::promiseMade).toList();
    deadlinesSet = told.overrides.stream().sorted(AS_SAID).map(TicketHistory::deadlineSet).toList();
    pauses = List.copyOf(told.pauses());
  }

  public static TicketHistory of(Collection<HeardFact> heard) {
    return new TicketHistory(heard, Instant.MAX);
  }

  /** What had happened by {@code end}, that instant included, whenever it was heard of. */
  public static TicketHistory until(Instant end, Collection<HeardFact> heard) {
    return new TicketHistory(heard, end);
  }

  /** How many different facts were heard. */
  public int facts() {
    return placed.size();
  }

  /** When each fact counts, by the id of its event, in the order in which they count. */
  public Map<String, Instant> countedAt() {
    Map<String, Instant> counted = new LinkedHashMap<>();
    placed.forEach(fact -> counted.put(fact.id(), fact.at()));
    return counted;
  }

  /** The events of facts that count from before the ticket was received, as far as it was. */
  public Set<String> beforeTheTicket() {
    return placed.stream()
        .filter(fact -> told.receivedAt != null && fact.at().isBefore(told.receivedAt))
        .map(PlacedFact::id)
        .collect(Collectors.toSet());
  }

  /** How many of them claimed to have happened later than they were heard of. */
  public int doubted() {
    return doubted;
  }

  public Optional<TicketReceived> received() {
    return Optional.ofNullable(told.received);
  }

  /** When its clocks start: when it was received, or completed if it was not proper (K15). */
  public Optional<Instant> startedAt() {
    if (told.received == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(told.received.proper() ? told.receivedAt : told.completedAt);
  }

  /** The promises in the order in which they were made. */
  public List<PromiseMade> promises() {
    return promises;
  }

  /** The promise that counts: the last made, which need not be the last heard. */
  public Optional<PromiseMade> latestPromise() {
    return promises.isEmpty() ? Optional.empty() : Optional.of(promises.get(promises.size() - 1));
  }

  /** The deadlines set by hand for one clock, in the order in which they were set. */
  public List<DeadlineSet> deadlinesSet(Metric metric, int cycle) {
    return deadlinesSet.stream()
        .filter(set -> set.metric() == metric && set.cycle() == cycle)
        .toList();
  }

  /** The acknowledgements of what was said about one clock, in the order in which they count. */
  public List<Acknowledgement> acknowledgements(Metric metric, int cycle) {
    if (told.acknowledgements.isEmpty()) {
      return List.of();
    }
    List<Acknowledgement> found = new ArrayList<>();
    for (PlacedFact placedFact : told.acknowledgements) {
      AlertAcknowledged fact = (AlertAcknowledged) placedFact.fact();
      if (fact.metric() == metric && fact.cycle() == cycle) {
        found.add(new Acknowledgement(placedFact.at(), placedFact.id(), fact.alert(), fact.by()));
      }
    }
    return found;
  }

  /** The pauses in their order; they do not overlap, and the last may last. */
  public List<Pause> pauses() {
    return pauses;
  }

  /**
   * The pauses that touch the time from {@code from} on; what lies behind {@code until} is cut off,
   * for a clock that has ended waits no more. The list is the caller's.
   *
   * @param until missing while the clock is open
   */
  public List<Pause> pauses(Instant from, @Nullable Instant until) {
    List<Pause> within = new ArrayList<>();
    for (int i = firstPauseEndingAfter(from); i < pauses.size(); i++) {
      Pause pause = pauses.get(i);
      if (until != null && !pause.from().isBefore(until)) {
        break;
      }
      boolean outlasts = until != null && (pause.to() == null || pause.to().isAfter(until));
      within.add(
          outlasts ? new Pause(pause.from(), until, pause.reason(), pause.eventId()) : pause);
    }
    return within;
  }

  /** Pauses follow each other, so half of them can be passed over at a time. */
  private int firstPauseEndingAfter(Instant instant) {
    int low = 0;
    int high = pauses.size();
    while (low < high) {
      int middle = (low + high) / 2;
      Instant end = pauses.get(middle).to();
      if (end == null || end.isAfter(instant)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** When the first confirmation arrived that no bounce has taken back since. */
  public Optional<Instant> confirmedAt() {
    return Optional.ofNullable(told.confirmedAt());
  }

  /** The first public agent reply from {@code from} on. */
  public Optional<Instant> repliedAt(Instant from) {
    return told.conversation.answeredAt(from);
  }

  /** The last of the questions that followed the first reply, as far as clocks have started. */
  public List<Turn> questions() {
    return startedAt().map(told.conversation::questions).orElse(List.of());
  }

  /** The last of the periods between two public agent words, as far as clocks have started. */
  public List<Turn> periods() {
    return startedAt().map(told.conversation::periods).orElse(List.of());
  }

  /** When the service worked again: restored, solved or closed, whichever came first. */
  public Optional<Instant> restoredAt() {
    return earliest(told.restorations.stream().findFirst(), firstSolvedAt());
  }

  /** When the service worked again in a cycle that a reopening began. */
  public Optional<Instant> restoredAt(CycleTimes cycle) {
    return earliest(
        told.restorations.stream().filter(at -> !at.isBefore(cycle.from())).findFirst(),
        Optional.ofNullable(cycle.solvedAt()));
  }

  /** When it was first solved, or closed without that. */
  public Optional<Instant> firstSolvedAt() {
    return earliest(told.solves.values().stream().min(Comparator.naturalOrder()), closedAt());
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(told.closedAt);
  }

  /** When it was cancelled or merged into another. */
  public Optional<Instant> withdrawnAt() {
    return Optional.ofNullable(told.withdrawnAt);
  }

  /** When nobody works on it any more: closed, cancelled or merged. */
  public Optional<Instant> endedAt() {
    return earliest(closedAt(), withdrawnAt());
  }

  /** The cycles: the first from the start of its clocks, one more with each reopening. */
  public List<CycleTimes> cycles() {
    List<CycleTimes> cycles = new ArrayList<>();
    startedAt().ifPresent(start -> cycles.add(cycle(1, start)));
    told.reopenings.forEach((number, at) -> cycles.add(cycle(number, at)));
    return cycles;
  }

  private CycleTimes cycle(int number, Instant from) {
    Optional<Instant> solved = Optional.ofNullable(told.solves.get(number));
    Optional<Instant> closed = closedAt().filter(at -> !at.isBefore(from));
    return new CycleTimes(number, from, earliest(solved, closed).orElse(null));
  }

  private static PromiseMade promiseMade(PlacedFact promise) {
    return new PromiseMade(promise.at(), promise.id(), (TicketPrioritized) promise.fact());
  }

  private static DeadlineSet deadlineSet(PlacedFact set) {
    DeadlineOverridden fact = (DeadlineOverridden) set.fact();
    return new DeadlineSet(set.at(), set.id(), fact.metric(), fact.cycle(), fact.deadline());
  }

  private static Optional<Instant> earliest(Optional<Instant> a, Optional<Instant> b) {
    return Stream.concat(a.stream(), b.stream()).min(Comparator.naturalOrder());
  }
}
