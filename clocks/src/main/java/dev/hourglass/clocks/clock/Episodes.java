package dev.hourglass.clocks.clock;

import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.clocks.history.Turn;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Target;
import java.time.Instant;
import java.util.ArrayList;
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
 * <caption>Each runs from the start of the ticket's clocks, unless its row says otherwise</caption>
 * <tr><th>metric</th><th>stopped by</th><th>cancelled by</th></tr>
 * <tr><td>CONFIRMATION</td><td>a confirmation that arrived and did not bounce</td>
 *     <td>close, cancel, merge</td></tr>
 * <tr><td>FIRST_REPLY</td><td>a public agent reply</td>
 *     <td>solve, close, cancel, merge (R14)</td></tr>
 * <tr><td>NEXT_REPLY</td><td>a public agent reply; starts with the oldest question that waits, a
 *     cycle per question</td><td>solve, close, cancel, merge (R14)</td></tr>
 * <tr><td>UPDATE</td><td>a public agent reply, which starts the next cycle; so does a reopening</td>
 *     <td>solve, close, cancel, merge</td></tr>
 * <tr><td>RESTORATION</td><td>restore, solve, close; a reopening starts a cycle only if the target
 *     says so</td><td>cancel, merge</td></tr>
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
              Metric.NEXT_REPLY, Episodes::nextReply,
              Metric.UPDATE, Episodes::update,
              Metric.RESTORATION, Episodes::restoration,
              Metric.RESOLUTION, Episodes::resolution));

  private Episodes() {}

  /** The episodes of a metric in the order of their cycles; none before the clocks have started. */
  static List<Episode> of(Metric metric, TicketHistory history) {
    return history
        .startedAt()
        .map(start -> RULES.get(metric).apply(history, start))
        .orElse(List.of());
  }

  /** Whether a metric has a cycle per turn of the conversation, of which the last are kept. */
  static boolean countsTurns(Metric metric) {
    return metric == Metric.NEXT_REPLY || metric == Metric.UPDATE;
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

  private static List<Episode> nextReply(TicketHistory history, Instant start) {
    return turns(Metric.NEXT_REPLY, history.questions());
  }

  private static List<Episode> update(TicketHistory history, Instant start) {
    return turns(Metric.UPDATE, history.periods());
  }

  private static List<Episode> turns(Metric metric, List<Turn> turns) {
    return turns.stream()
        .map(
            turn ->
                new Episode(
                    metric, turn.number(), turn.from(), turn.answeredAt(), turn.droppedAt()))
        .toList();
  }

  private static List<Episode> restoration(TicketHistory history, Instant start) {
    Instant withdrawn = history.withdrawnAt().orElse(null);
    List<Episode> episodes = new ArrayList<>();
    episodes.add(
        new Episode(
            Metric.RESTORATION, FIRST_CYCLE, start, history.restoredAt().orElse(null), withdrawn));
    if (startsAgain(history)) {
      history.cycles().stream()
          .filter(cycle -> cycle.cycle() != FIRST_CYCLE)
          .map(
              cycle ->
                  new Episode(
                      Metric.RESTORATION,
                      cycle.cycle(),
                      cycle.from(),
                      history.restoredAt(cycle).orElse(null),
                      withdrawn))
          .forEach(episodes::add);
    }
    return episodes;
  }

  /** Whether what was restored has to be restored anew, as the last promise has it. */
  private static boolean startsAgain(TicketHistory history) {
    return history
        .latestPromise()
        .flatMap(made -> made.fact().promise().target(Metric.RESTORATION))
        .filter(Target::startsAgain)
        .isPresent();
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
