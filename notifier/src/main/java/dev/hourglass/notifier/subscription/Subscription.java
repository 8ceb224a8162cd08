package dev.hourglass.notifier.subscription;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.util.UUID;

/**
 * Somebody who wants to be told of alerts.
 *
 * @param name what the team calls it, 1 to 100 characters
 */
public record Subscription(
    UUID id, String name, SubscriptionState state, AlertFilter filter, AlertTarget target) {

  private static final int LONGEST_NAME = 100;

  public Subscription {
    required(id, "id");
    required(state, "state");
    required(filter, "filter");
    required(target, "target");
    rule(
        name != null && !name.isBlank() && name.length() <= LONGEST_NAME,
        "'name' has 1 to " + LONGEST_NAME + " characters");
    rule(name.codePoints().noneMatch(Character::isISOControl), "'name' has no control characters");
  }

  /** Whether it is to be told of an alert. */
  public boolean wants(AlertTraits alert) {
    return state == SubscriptionState.ACTIVE && filter.wants(alert);
  }
}
