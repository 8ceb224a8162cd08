package dev.hourglass.clocks.clock;

import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What starts and stops each metric. A new metric is one more entry here.
 *
 * <table>
 * <caption>Each runs from the start of the ticket's clocks</caption>
 * <tr><th>metric</th><th>stopped by</th><th>cancelled by</th></tr>
 * <tr><td>CONFIRMATION</td><td>a confirmation that arrived and did not bounce</td>
 *     <td>close, cancel, merge</td></tr>
 * <tr><td>FIRST_REPLY</td><td>a public agent reply</td>
 *     <td>solve, close, cancel, merge (R14)</td></tr>
 * <tr><td>RESTORATION</td><td>restore, solve, close; a reopening does not start it again</td>
 *     <td>cancel, merge</td></tr>
 * <tr><td>RESOLUTION</td><td>solve, close; each reopening starts a cycle of its own</td>
 *     <td>cancel, merge</td></tr>
 * </table>
 */
final class Episodes {

  private static final int FIRST_CYCLE = 1;

  private static final Map<Metric, BiFunction<TicketHistory, Instant, List<Episode>>> RULES =
      new EnumMap<>(
          Map.of(
              Metric.CONFIRMATION, Episodes::confirmation,
              Metric.FIRST_REPLY, Episodes::firstReply,
              Metric.RESTORATION, Episodes::restoration,
              Metric.RESOLUTION, Episodes::resolution));

  private Episodes() {}

  /** The episodes of a metric; none for one that is not measured (NEXT_REPLY, UPDATE). */
  static List<Episode> of(Metric metric, TicketHistory history) {
    Optional<Instant> start = history.startedAt();
    if (start.isEmpty() || !RULES.containsKey(metric)) {
      return List.of();
    }
    return RULES.get(metric).apply(history, start.get());
  }

  private static List<Episode> confirmation(TicketHistory history, Instant start) {
    return List.of(
        new Episode(
            Metric.CONFIRMATION,
            FIRST_CYCLE,
            start,
            history.confirmedAt().orElse(null),
            history.endedAt().orElse(null)));
  }

  private static List<Episode> firstReply(TicketHistory history, Instant start) {
    Instant over =
        Stream.of(history.firstSolvedAt(), history.endedAt())
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return List.of(
        new Episode(
            Metric.FIRST_REPLY, FIRST_CYCLE, start, history.repliedAt(start).orElse(null), over));
  }

  private static List<Episode> restoration(TicketHistory history, Instant start) {
    return List.of(
        new Episode(
            Metric.RESTORATION,
            FIRST_CYCLE,
            start,
            history.restoredAt().orElse(null),
            history.withdrawnAt().orElse(null)));
  }

  private static List<Episode> resolution(TicketHistory history, Instant start) {
    Instant withdrawn = history.withdrawnAt().orElse(null);
    return history.cycles().stream()
        .map(
            cycle ->
                new Episode(
                    Metric.RESOLUTION, cycle.cycle(), cycle.from(), cycle.solvedAt(), withdrawn))
        .toList();
  }
}
