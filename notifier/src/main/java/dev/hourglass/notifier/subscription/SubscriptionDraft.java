package dev.hourglass.notifier.subscription;

/** What somebody wants a subscription to be. */
public record SubscriptionDraft(
    String name, SubscriptionState state, AlertFilter filter, AlertTarget target) {}
