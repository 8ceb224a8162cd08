package dev.hourglass.replay.comparison;

import org.jspecify.annotations.Nullable;

/**
 * How many breaches have one value of a dimension.
 *
 * @param value missing for those that have none
 */
public record Tally(@Nullable String value, int baseline, int replayed, int gained, int lost) {

  /** How many differ. */
  public int differences() {
    return gained + lost;
  }
}
