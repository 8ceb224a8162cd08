package dev.hourglass.e2etests;

import dev.hourglass.contracts.promise.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Tickets drawn at random; the same seed and the same stretch give the same tickets. */
final class PlannedTickets {

  private static final List<Metric> METRICS =
      List.of(Metric.CONFIRMATION, Metric.FIRST_REPLY, Metric.RESTORATION);

  private final Random random;

  PlannedTickets(long seed) {
    random = new Random(seed);
  }

  /**
   * Tickets of which each promise is kept, missed or forgotten, some at the very deadline.
   *
   * @param from when the first may be received
   * @param stretch how much later the last may be
   * @param within at most; at least half of it
   */
  List<PlannedTicket> between(int count, Instant from, Duration stretch, Duration within) {
    return IntStream.range(0, count)
        .mapToObj(i -> ticket(from.plus(upTo(stretch)), within))
        .toList();
  }

  private PlannedTicket ticket(Instant receivedAt, Duration most) {
    PlannedTicket ticket =
        new PlannedTicket(new UUID(random.nextLong(), random.nextLong()), receivedAt);
    Duration half = most.dividedBy(2);
    METRICS.forEach(metric -> ticket.promised(metric, half.plus(upTo(half))));
    if (random.nextInt(3) == 0) {
      // In the first half of the time, so that no stop falls into the pause.
      ticket.paused(receivedAt.plus(upTo(half)), upTo(half).plusMillis(1));
    }
    METRICS.forEach(metric -> stop(ticket, metric, half));
    return ticket;
  }

  private void stop(PlannedTicket ticket, Metric metric, Duration half) {
    Instant deadline = ticket.deadline(metric);
    switch (random.nextInt(8)) {
      case 0 -> ticket.stopped(metric, deadline);
      case 1 -> ticket.stopped(metric, deadline.plusMillis(1));
      case 2, 3, 4 -> ticket.stopped(metric, deadline.minus(upTo(Duration.ofMillis(200))));
      case 5 -> ticket.stopped(metric, deadline.plus(upTo(half)));
      default -> {} // Nobody does anything about it.
    }
  }

  private Duration upTo(Duration most) {
    return Duration.ofMillis((long) (random.nextDouble() * most.toMillis()));
  }
}
