package dev.hourglass.notifier.delivery;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * For how long a claim is one worker's, and who claims.
 *
 * @param lasts longer than any attempt takes
 * @param instance how the claimants of all lives of this instance begin
 * @param claimant this life of this instance
 */
public record Lease(Duration lasts, String instance, String claimant) {

  public Lease {
    required(lasts, "lasts");
    rule(claimant.startsWith(instance), "a claimant belongs to its instance");
  }

  /**
   * A lease in a new life of an instance.
   *
   * @param instance a name that no other living instance has; without one, claims of earlier lives
   *     end only with their leases
   */
  public static Lease of(Duration lasts, Duration longestAttempt, Optional<String> instance) {
    rule(lasts.compareTo(longestAttempt) > 0, "a lease must last longer than an attempt may take");
    UUID life = UUID.randomUUID();
    String name = instance.orElse(life.toString()) + "/";
    return new Lease(lasts, name, name + life);
  }
}
