package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.kafka.BreachEar;
import dev.hourglass.benchmarks.process.Patience;
import dev.hourglass.benchmarks.ticket.Deadline;
import dev.hourglass.benchmarks.ticket.Desk;
import dev.hourglass.benchmarks.ticket.TicketFacts;
import dev.hourglass.benchmarks.ticket.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * An ordinary hour at the desk: a steady stream of facts, and now and then a deadline that nobody
 * keeps. Some are kept in the last moment, which must not be heard of.
 */
final class NormalLoad {

  /** One more in so many is answered just in time. */
  private static final int KEPT_ONE_IN = 5;

  private static final Duration JUST_IN_TIME = Duration.ofMillis(500);

  /** Too close to the deadline to answer before it for sure. */
  private static final Duration TOO_LATE = Duration.ofMillis(100);

  private static final long NANOS = 1_000_000_000L;
  private static final int LONGEST_TARGET_SECONDS = 10;
  private static final Duration HEARD_WITHIN = Duration.ofSeconds(30);
  private static final Duration HEAR_AGAIN = Duration.ofSeconds(3);

  private final int deadlines;
  private final Duration window;
  private final long factsPerSecond;
  private final Random random = new Random(4);

  NormalLoad(int deadlines, Duration window, long factsPerSecond) {
    this.deadlines = deadlines;
    this.window = window;
    this.factsPerSecond = factsPerSecond;
  }

  /** Lets the hour pass and judges what was heard. */
  Verdict run(Stage stage, Desk desk) {
    try (BreachEar ear = new BreachEar(stage.bootstrapServers())) {
      Map<Deadline, Instant> due = new Hour(stage, desk).pass();
      stage.publisher().flush();
      long end = System.nanoTime() + HEARD_WITHIN.toNanos();
      while (ear.breaches() < due.size() && System.nanoTime() < end) {
        Patience.pause(JUST_IN_TIME);
      }
      Patience.pause(HEAR_AGAIN);
      return Verdict.of(due, ear.heard());
    }
  }

  private final class Hour {

    private final Stage stage;
    private final Desk desk;
    private final PriorityQueue<Step> steps = new PriorityQueue<>(Comparator.comparing(Step::at));
    private final Map<Deadline, Instant> due = new HashMap<>();

    private record Step(Instant at, Runnable say) {}

    Hour(Stage stage, Desk desk) {
      this.stage = stage;
      this.desk = desk;
    }

    /** Returns the deadlines that nobody kept. */
    Map<Deadline, Instant> pass() {
      plan(stage.now().plusSeconds(1));
      while (!steps.isEmpty()) {
        Step step = steps.remove();
        Patience.pause(Duration.between(stage.now(), step.at()));
        step.say().run();
      }
      Load.ordinary(stage, desk, 0, stage.publisher()::say);
      return due;
    }

    private void plan(Instant begin) {
      for (int i = 0; i < deadlines + deadlines / KEPT_ONE_IN; i++) {
        boolean kept = i >= deadlines;
        int seconds = 2 + random.nextInt(LONGEST_TARGET_SECONDS - 1);
        Instant falls =
            begin
                .plusSeconds(LONGEST_TARGET_SECONDS)
                .plusMillis(random.nextLong(window.toMillis()));
        steps.add(new Step(falls.minusSeconds(seconds), () -> open(seconds, kept)));
      }
      long facts = factsPerSecond * window.plusSeconds(LONGEST_TARGET_SECONDS).toSeconds();
      for (long i = 0; i < facts; i++) {
        Instant at = begin.plusNanos(i * NANOS / factsPerSecond);
        steps.add(new Step(at, () -> stage.publisher().say(desk.ordinary(stage.now()))));
      }
    }

    /** By the clock, not by the plan: if we are late, the monitor is not. */
    private void open(int seconds, boolean kept) {
      Instant received = stage.now();
      Instant deadline = received.plusSeconds(seconds);
      TicketFacts ticket = desk.openDue(received, deadline, stage.publisher()::say);
      due.put(Deadline.firstReply(ticket.id()), deadline);
      if (kept) {
        steps.add(new Step(deadline.minus(JUST_IN_TIME), () -> answer(ticket)));
      }
    }

    private void answer(TicketFacts ticket) {
      Deadline which = Deadline.firstReply(ticket.id());
      Instant answered = stage.now();
      if (answered.isBefore(due.get(which).minus(TOO_LATE))) {
        stage.publisher().say(desk.answer(ticket, answered));
        due.remove(which);
      }
    }
  }
}
