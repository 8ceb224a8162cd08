package dev.hourglass.replay.comparison;

import dev.hourglass.clocks.history.HeardFact;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets are replayed, and as of when. Never the wall clock: the same log gives the same
 * answer tomorrow.
 *
 * @param from the first instant of receipt that is chosen; missing for all
 * @param to the first instant of receipt that is not; missing for all
 * @param asOf up to when the log is believed to be whole; an open clock whose deadline lies later
 *     is not breached
 */
public record Window(@Nullable Instant from, @Nullable Instant to, Instant asOf) {

  /**
   * As of {@code to}; but nobody knows what comes after the end of the log, so never later than
   * that.
   *
   * @param end when the last fact was heard; empty if there is none
   */
  public static Window of(@Nullable Instant from, @Nullable Instant to, Optional<Instant> end) {
    Instant last = end.orElse(Instant.EPOCH);
    return new Window(from, to, to != null && to.isBefore(last) ? to : last);
  }

  /** Whether a ticket received then is replayed. */
  public boolean chooses(Instant receivedAt) {
    return (from == null || !receivedAt.isBefore(from)) && (to == null || receivedAt.isBefore(to));
  }

  /** What had happened by then, whenever it was heard of. */
  public Collection<HeardFact> happened(Collection<HeardFact> facts) {
    if (to == null || !asOf.equals(to)) {
      return facts;
    }
    return facts.stream().filter(heard -> !happenedAt(heard).isAfter(asOf)).toList();
  }

  /** When a fact happened, as the fold believes it. */
  public static Instant happenedAt(HeardFact heard) {
    return heard.fromTheFuture() ? heard.heardAt() : heard.fact().occurredAt();
  }
}
