package dev.hourglass.slamonitor.gate;

import java.time.Instant;

/**
 * Up to when the speakers say that they have said all.
 *
 * @param ofDeliveries all that happened to confirmations before this instant is on {@code timings}
 * @param ofAllElse the same for all else
 */
public record Spoken(Instant ofDeliveries, Instant ofAllElse) {

  static final Spoken NOTHING = new Spoken(Instant.MIN, Instant.MIN);

  Spoken orLater(Spoken other) {
    return new Spoken(
        later(ofDeliveries, other.ofDeliveries()), later(ofAllElse, other.ofAllElse()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
