package dev.hourglass.replay;

import dev.hourglass.clocks.clock.ClockFold;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.replay.comparison.Window;
import dev.hourglass.replay.history.EditionPromises;
import dev.hourglass.replay.history.HistoryReplay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Measures the fold on a generated log, in several rounds, so that the first ones warm it up. No
 * test: what it says depends on the machine. {@code FoldSpeed [tickets] [rounds]}.
 */
final class FoldSpeed {

  private static final double NANOS = 1e9;

  private FoldSpeed() {}

  public static void main(String[] arguments) {
    int tickets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
    EditionPromises asMade = Editions.asMade();
    List<List<HeardFact>> log = new GeneratedLog(asMade, 42).tickets(tickets);
    long facts = log.stream().mapToLong(List::size).sum();
    Instant end = GeneratedLog.BEGINNING.plus(Duration.ofDays(400));
    System.out.printf("%,d tickets, %,d facts%n", tickets, facts);
    for (int round = 1; round <= rounds; round++) {
      long began = System.nanoTime();
      long open = 0;
      for (List<HeardFact> heard : log) {
        open += ClockFold.fold(TicketHistory.of(heard), asMade, end).open();
      }
      double once = (System.nanoTime() - began) / NANOS;
      HistoryReplay replay =
          new HistoryReplay(asMade, Editions.tighter(), Window.of(null, null, Optional.of(end)));
      began = System.nanoTime();
      log.forEach(replay::ticket);
      double twice = (System.nanoTime() - began) / NANOS;
      System.out.printf(
          "round %d: fold %,.0f facts/s; replay (two folds and the comparison) %,.0f facts/s;"
              + " %,d clocks open, %,d breaches gained%n",
          round, facts / once, facts / twice, open, replay.report(0).comparison().gained().size());
    }
  }
}
