package dev.hourglass.clocks.ledger;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.clocks.history.HeardFact;
import java.time.Instant;

/**
 * A fact as the log holds it.
 *
 * @param recordedAt when its speaker recorded it, by that speaker's clock; nothing counts by it
 */
public record LoggedFact(HeardFact heard, Instant recordedAt) {

  public LoggedFact {
    required(heard, "heard");
    required(recordedAt, "recordedAt");
  }
}
