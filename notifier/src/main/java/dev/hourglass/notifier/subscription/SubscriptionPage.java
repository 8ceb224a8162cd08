package dev.hourglass.notifier.subscription;

import java.util.List;

/** A page of subscriptions, latest first. */
public record SubscriptionPage(List<SubscriptionSheet> items, int page, int size, long total) {}
