package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.ticket.Desk;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.timing.Fact;
import java.time.Duration;
import java.util.function.Consumer;

/** Fills a desk with tickets, and the monitor with their clocks. */
final class Load {

  /** In pieces, so that no ticket seems to be old when it is heard of. */
  private static final long PIECE = 4_000;

  private Load() {}

  /** Opens so many clocks more and waits until the monitor has them. */
  static Pace clocks(Stage stage, Desk desk, long clocks) {
    long began = System.nanoTime();
    long facts = 0;
    long wanted = desk.openClocks() + clocks;
    while (desk.openClocks() < wanted) {
      long piece = Math.min(PIECE, wanted - desk.openClocks());
      facts += desk.open(piece, stage.now(), stage.publisher()::say);
    }
    stage.settle(desk.openClocks());
    return new Pace(facts, Duration.ofNanos(System.nanoTime() - began));
  }

  /** Says so many facts of an ordinary day at once, up to the end of a turn. */
  static long ordinary(Stage stage, Desk desk, long facts, Consumer<Event<Fact>> say) {
    long said = 0;
    while (said < facts || !desk.turnComplete()) {
      say.accept(desk.ordinary(stage.now()));
      said++;
    }
    return said;
  }

  /**
   * How fast it went.
   *
   * @param took until ledgers and board were up to date as well
   */
  record Pace(long facts, Duration took) {

    double factsPerSecond() {
      return facts / Numbers.seconds(took);
    }
  }
}
