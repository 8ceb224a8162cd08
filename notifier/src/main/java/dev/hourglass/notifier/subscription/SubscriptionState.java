package dev.hourglass.notifier.subscription;

/** Whether a subscription is told. */
public enum SubscriptionState {
  /** It is told of every alert that it wants. */
  ACTIVE,
  /** It is told of nothing; a replay brings a webhook what it missed. */
  PAUSED
}
