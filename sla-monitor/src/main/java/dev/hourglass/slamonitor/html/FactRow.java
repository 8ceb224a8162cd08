package dev.hourglass.slamonitor.html;

import dev.hourglass.clocks.ledger.FactEntry;
import dev.hourglass.clocks.ledger.FactFlag;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A fact on the page.
 *
 * @param moves the clocks that it moves, in words
 */
public record FactRow(
    int number,
    String id,
    String type,
    String source,
    Moment counts,
    Moment occurred,
    Moment recorded,
    Moment heard,
    boolean countsOtherwise,
    List<String> flags,
    String moves) {

  static FactRow of(int number, FactEntry fact) {
    return new FactRow(
        number,
        fact.id(),
        fact.type(),
        fact.source(),
        Moment.of(fact.countsAt()),
        Moment.of(fact.occurredAt()),
        Moment.of(fact.recordedAt()),
        Moment.of(fact.heardAt()),
        !fact.countsAt().equals(fact.occurredAt()),
        fact.flags().stream().map(FactRow::words).toList(),
        moves(fact));
  }

  private static String words(FactFlag flag) {
    return switch (flag) {
      case FROM_THE_FUTURE -> "dated in the future: it counts when it was heard";
      case BEFORE_THE_TICKET -> "dated before the ticket";
      case CLOCK_SET_BACK -> "its speaker's clock was set back: it counts after the fact before it";
      case HEARD_LATER -> "heard of later";
    };
  }

  private static String moves(FactEntry fact) {
    if (fact.moves() == null) {
      return "not tried: the ticket has too many facts";
    }
    return fact.moves().isEmpty()
        ? "none"
        : fact.moves().stream()
            .map(clock -> Words.clock(clock.metric(), clock.cycle()))
            .collect(Collectors.joining(", "));
  }
}
