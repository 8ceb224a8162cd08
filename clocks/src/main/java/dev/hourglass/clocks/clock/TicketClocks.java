package dev.hourglass.clocks.clock;

import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.promise.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The clocks of one ticket as of an instant, and what they wait for. */
public record TicketClocks(TicketHistory history, List<SlaClock> clocks, Instant asOf) {

  /** How long a ticket may be without a promise before somebody should look. */
  public static final Duration PROMISE_EXPECTED_WITHIN = Duration.ofSeconds(60);

  /** From when on the ticket should have had a promise; empty if it has one or needs none. */
  public Optional<Instant> promiseDueAt() {
    boolean over = history.firstSolvedAt().isPresent() || history.endedAt().isPresent();
    return over || !history.promises().isEmpty()
        ? Optional.empty()
        : history.startedAt().map(start -> start.plus(PROMISE_EXPECTED_WITHIN));
  }

  /**
   * Whether so many turns of the conversation came after that cycle that its clock is not kept any
   * more: what was said of it stands.
   */
  public boolean forgot(Metric metric, int cycle) {
    return oldestTurn(metric).filter(oldest -> cycle < oldest.cycle()).isPresent();
  }

  /** The same of the turn that began at {@code from}. */
  public boolean forgot(Metric metric, Instant from) {
    return oldestTurn(metric)
        .filter(oldest -> oldest.cycle() > 1 && from.isBefore(oldest.startedAt()))
        .isPresent();
  }

  private Optional<SlaClock> oldestTurn(Metric metric) {
    return Episodes.countsTurns(metric)
        ? clocks.stream().filter(clock -> clock.metric() == metric).findFirst()
        : Optional.empty();
  }

  /** The next instant after {@code asOf} at which something changes although nothing happens. */
  public Optional<Instant> nextDue() {
    return Stream.concat(
            promiseDueAt().filter(at -> at.isAfter(asOf)).stream(),
            clocks.stream().flatMap(clock -> clock.changesAfter(asOf).stream()))
        .min(Comparator.naturalOrder());
  }

  /** Whether a deadline will have passed by {@code then}, if nobody stops its clock before. */
  public boolean missesBy(Instant then) {
    for (SlaClock clock : clocks) {
      if (clock.open() && clock.deadline() != null && clock.deadline().isBefore(then)) {
        return true;
      }
    }
    return false;
  }

  /** How many clocks somebody still has to stop. */
  public int open() {
    return (int) clocks.stream().filter(SlaClock::open).count();
  }
}
