package dev.hourglass.notifier.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as operators see it.
 *
 * @param pausedBecause why it is paused, if it was not its owner who did it: GONE if the webhook
 *     said so
 * @param backfillFrom since when alerts were, or are, read once more; missing if none were
 * @param backfilledAt when that was done; missing while it is not
 */
public record SubscriptionSheet(
    Subscription subscription,
    @Nullable String pausedBecause,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant backfillFrom,
    @Nullable Instant backfilledAt) {}
