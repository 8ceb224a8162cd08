package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.kafka.BreachEar;
import dev.hourglass.benchmarks.process.Patience;
import dev.hourglass.benchmarks.ticket.Deadline;
import dev.hourglass.benchmarks.ticket.Desk;
import dev.hourglass.benchmarks.ticket.TicketFacts;
import dev.hourglass.benchmarks.ticket.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  private static final int LONGEST_TARGET_SECONDS = 10;
  private static final Duration HEARD_WITHIN = Duration.ofSeconds(30);
  private static final Duration HEAR_AGAIN = Duration.ofSeconds(3);

  private final int deadlines;
  private final Duration window;
  private final long factsPerSecond;
  private final Random random = new Random(4);

  private record Step(Instant at, Runnable say) {}

  NormalLoad(int deadlines, Duration window, long factsPerSecond) {
    this.deadlines = deadlines;
    this.window = window;
    this.factsPerSecond = factsPerSecond;
  }

  /** Lets the hour pass and judges what was heard. */
  Verdict run(Stage stage, Desk desk) {
    try (BreachEar ear = new BreachEar(stage.bootstrapServers())) {
      Map<Deadline, Instant> due = new HashMap<>();
      PriorityQueue<Step> steps = new PriorityQueue<>(Comparator.comparing(Step::at));
      Instant begin = stage.now().plusSeconds(1);
      plan(stage, desk, begin, steps, due);
      while (!steps.isEmpty()) {
        Step step = steps.remove();
        Patience.pause(Duration.between(stage.now(), step.at()));
        step.say().run();
      }
      Load.ordinary(stage, desk, 0);
      stage.publisher().flush();
      long end = System.nanoTime() + HEARD_WITHIN.toNanos();
      while (ear.breaches() < due.size() && System.nanoTime() < end) {
        Patience.pause(JUST_IN_TIME);
      }
      Patience.pause(HEAR_AGAIN);
      return Verdict.of(due, ear.heard());
    }
  }

  private void plan(
      Stage stage,
      Desk desk,
      Instant begin,
      PriorityQueue<Step> steps,
      Map<Deadline, Instant> due) {
    for (int i = 0; i < deadlines + deadlines / KEPT_ONE_IN; i++) {
      boolean kept = i >= deadlines;
      int seconds = 2 + random.nextInt(LONGEST_TARGET_SECONDS - 1);
      Instant deadline =
          begin
              .plusSeconds(LONGEST_TARGET_SECONDS)
              .plusMillis(random.nextLong(window.toMillis()))
              .truncatedTo(ChronoUnit.MILLIS);
      Instant received = deadline.minusSeconds(seconds);
      steps.add(
          new Step(
              received,
              () -> {
                TicketFacts ticket = desk.openDue(received, deadline, stage.publisher()::say);
                if (kept) {
                  Instant answered = deadline.minus(JUST_IN_TIME);
                  steps.add(
                      new Step(
                          answered, () -> stage.publisher().say(desk.answer(ticket, answered))));
                } else {
                  due.put(Deadline.firstReply(ticket.id()), deadline);
                }
              }));
    }
    long facts = factsPerSecond * window.plusSeconds(LONGEST_TARGET_SECONDS).toSeconds();
    for (long i = 0; i < facts; i++) {
      Instant at = begin.plusNanos(i * 1_000_000_000L / factsPerSecond);
      steps.add(new Step(at, () -> stage.publisher().say(desk.ordinary(stage.now()))));
    }
  }
}
