package dev.hourglass.notifier.delivery;

import static dev.hourglass.contracts.Rules.rule;

import java.time.Instant;

/**
 * That nothing is sent to a provider for a while.
 *
 * @param since when it first asked for patience, without having accepted anything since
 * @param until nothing is sent before
 */
public record Pause(Instant since, Instant until) {

  public Pause {
    rule(!until.isBefore(since), "a pause ends after it began");
  }
}
