package dev.hourglass.replay;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.clock.ClockFold;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.replay.comparison.Window;
import dev.hourglass.replay.history.AsMade;
import dev.hourglass.replay.history.EditionPromises;
import dev.hourglass.replay.history.HistoryReplay;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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

  /** Asked for in the end, so that no compiler leaves the work undone. */
  private static long clocks;

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
      double[] fold = seconds(() -> log.forEach(heard -> fold(heard, asMade, end)));
      HistoryReplay replay =
          new HistoryReplay(
              new AsMade(asMade), Editions.tighter(), Window.of(null, null, Optional.of(end)));
      double[] whole = seconds(() -> log.forEach(replay::ticket));
      System.out.printf(
          "round %d, facts/s: fold %,.0f (%,.0f of processor time); replay, that is two folds,"
              + " promises and comparison, %,.0f (%,.0f)%n",
          round, facts / fold[0], facts / fold[1], facts / whole[0], facts / whole[1]);
    }
    System.out.printf("%,d clocks%n", clocks);
  }

  private static void fold(List<HeardFact> heard, Calendars calendars, Instant end) {
    clocks += ClockFold.fold(TicketHistory.of(heard), calendars, end).clocks().size();
  }

  /** By the wall, and by this thread's use of the processor, which others on the machine share. */
  private static double[] seconds(Runnable run) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long wall = System.nanoTime();
    long processor = threads.getCurrentThreadCpuTime();
    run.run();
    return new double[] {
      (System.nanoTime() - wall) / NANOS, (threads.getCurrentThreadCpuTime() - processor) / NANOS
    };
  }
}
