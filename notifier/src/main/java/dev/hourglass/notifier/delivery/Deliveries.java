package dev.hourglass.notifier.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * The deliveries that wait.
 *
 * <p>Guaranteed: while a claim's lease lasts no other worker, here or in another instance, gets the
 * same delivery; an outcome and the fact that says so are one transaction. Not guaranteed: a kill
 * between the relay's acceptance and the commit of the outcome attempts that one delivery once
 * more, under the same Message-ID, and counts it.
 */
public interface Deliveries {

  /** Claims the next delivery of a lane that is due at {@code now}, if there is one. */
  Optional<Claim> claim(Lane lane, Instant now);

  /** Records what came of a claim. */
  void record(Claim claim, Outcome outcome);

  /** Records what came of a claim and claims the next one of its lane, in one transaction. */
  Optional<Claim> recordAndClaim(Claim claim, Outcome outcome, Instant now);
}
