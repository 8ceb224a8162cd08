package dev.hourglass.notifier.alert;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.Instant;
import java.util.UUID;

/**
 * What the link in an alert's mail stands for: the permission to acknowledge one alert for some
 * time.
 *
 * @param subscription whose mail it stands in: its language, and who acknowledges if nobody is
 *     named
 * @param expiresAt from then on the link is of no use; whole seconds
 */
public record AcknowledgeToken(UUID alert, UUID subscription, Instant expiresAt) {

  public AcknowledgeToken {
    required(alert, "alert");
    required(subscription, "subscription");
    required(expiresAt, "expiresAt");
    rule(expiresAt.getNano() == 0, "'expiresAt' has whole seconds");
  }

  /** Whether the time is over. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
