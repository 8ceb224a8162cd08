package dev.hourglass.clocks.history;

import dev.hourglass.contracts.timing.DeadlineOverridden;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Puts a limit on the times that a fact may name, so that nobody counts out ten thousand years. */
public final class Plausible {

  private static final Duration REACH = Duration.ofDays(3_653);

  private Plausible() {}

  /** What is wrong with the fact's times, if anything is. */
  public static Optional<String> objection(HeardFact heard) {
    if (heard.fact().occurredAt().isBefore(heard.heardAt().minus(REACH))) {
      return Optional.of("'occurredAt' lies more than ten years back");
    }
    if (heard.fact() instanceof DeadlineOverridden override) {
      Instant deadline = override.deadline();
      if (deadline.isAfter(heard.heardAt().plus(REACH))
          || deadline.isBefore(heard.heardAt().minus(REACH))) {
        return Optional.of("'deadline' lies more than ten years away");
      }
    }
    return Optional.empty();
  }
}
