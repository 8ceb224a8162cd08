package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.alert.MissedDeadline;
import dev.hourglass.clocks.alert.SpokenUpTo;
import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tickets with breaches and levels that wait for speakers, by their instants. */
final class HeldBreaches {

  /**
   * What waits for deliveries and all else wait for different speakers, so they leave in orders of
   * their own.
   */
  private final NavigableSet<Held> forDeliveries = new TreeSet<>(Held.ORDER);

  private final NavigableSet<Held> allElse = new TreeSet<>(Held.ORDER);
  private final Map<String, Collection<MissedDeadline>> byTicket = new HashMap<>();

  void hold(String ticketId, Collection<MissedDeadline> missed) {
    if (!missed.isEmpty()) {
      byTicket.put(ticketId, missed);
      missed.forEach(each -> of(each).add(new Held(each, ticketId)));
    }
  }

  /** Of which deadlines, a look at the ticket will tell. */
  void holdUnknown(String ticketId) {
    hold(ticketId, List.of(new MissedDeadline(Metric.RESOLUTION, Instant.MIN)));
  }

  void release(String ticketId) {
    Collection<MissedDeadline> missed = byTicket.remove(ticketId);
    if (missed != null) {
      missed.forEach(each -> of(each).remove(new Held(each, ticketId)));
    }
  }

  /** Whether one may be said now; costs nothing. */
  boolean anyReachedBy(SpokenUpTo spoken) {
    return isReached(forDeliveries, spoken) || isReached(allElse, spoken);
  }

  /** What may be said now, in order of time, at most {@code limit} of it. */
  List<Held> reachedBy(SpokenUpTo spoken, int limit) {
    return Stream.of(forDeliveries, allElse)
        .flatMap(held -> held.stream().takeWhile(each -> spoken.reaches(each.missed())))
        .sorted(Held.ORDER)
        .limit(limit)
        .toList();
  }

  int tickets() {
    return byTicket.size();
  }

  private NavigableSet<Held> of(MissedDeadline missed) {
    return missed.waitsForDeliveries() ? forDeliveries : allElse;
  }

  private static boolean isReached(NavigableSet<Held> held, SpokenUpTo spoken) {
    return !held.isEmpty() && spoken.reaches(held.first().missed());
  }

  /** One of them. */
  record Held(MissedDeadline missed, String ticketId) {

    static final Comparator<Held> ORDER =
        Comparator.comparing((Held held) -> held.missed().deadline())
            .thenComparing(Held::ticketId)
            .thenComparing(held -> held.missed().metric())
            .thenComparing(held -> held.missed().ofLevel());
  }
}
