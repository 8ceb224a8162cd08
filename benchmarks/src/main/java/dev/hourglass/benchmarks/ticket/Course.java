package dev.hourglass.benchmarks.ticket;

import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * When a ticket is answered and solved, counted from when it was received; missing for never. Of a
 * hundred tickets 85 keep both targets of {@link PastHours}.
 */
record Course(@Nullable Duration answeredAfter, @Nullable Duration solvedAfter) {

  private static final int LATE_REPLY = 8;
  private static final int LATE_SOLUTION = 5;
  private static final int NEITHER = 2;
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final Duration A_MILLISECOND = Duration.ofMillis(1);

  static Course of(Random random) {
    int lot = random.nextInt(100);
    if (lot < NEITHER) {
      return new Course(null, null);
    }
    boolean lateReply = lot < NEITHER + LATE_REPLY;
    boolean lateSolution = !lateReply && lot < NEITHER + LATE_REPLY + LATE_SOLUTION;
    Duration answered =
        lateReply
            ? between(random, PastHours.FIRST_REPLY.plus(A_MILLISECOND), Duration.ofMinutes(20))
            : between(random, A_MINUTE, PastHours.FIRST_REPLY);
    Duration solved =
        lateSolution
            ? between(random, PastHours.RESOLUTION.plus(A_MILLISECOND), Duration.ofMinutes(50))
            : between(random, Duration.ofMinutes(20), PastHours.RESOLUTION);
    return new Course(answered, solved);
  }

  /** Both ends may be drawn: a stop at the very deadline is in time. */
  private static Duration between(Random random, Duration least, Duration most) {
    return least.plusMillis(random.nextLong(most.minus(least).toMillis() + 1));
  }
}
