package dev.hourglass.benchmarks;

import java.time.Duration;
import java.time.Instant;

/**
 * Deadlines that fall together.
 *
 * @param clocks how many
 * @param within spread evenly over this time
 * @param lead from the first ticket to the first deadline; zero if it is to be estimated
 */
record Storm(int clocks, Duration within, Duration lead) {

  Instant deadline(Instant first, int number) {
    return first.plusMillis(within.toMillis() * number / clocks);
  }
}
