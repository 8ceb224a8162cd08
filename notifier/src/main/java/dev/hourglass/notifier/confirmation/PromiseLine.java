package dev.hourglass.notifier.confirmation;

import dev.hourglass.contracts.promise.Metric;
import org.jspecify.annotations.Nullable;

/**
 * One target in the customer's terms.
 *
 * @param within the duration in words
 * @param by date and time in the customer's zone; missing where only the duration can be said
 * @param zone the name of that zone at that time
 * @param workingHours whether the duration runs in business hours only
 * @param waitsForRequester whether it stands still, and the deadline moves, while we wait for the
 *     requester
 */
public record PromiseLine(
    Metric metric,
    String within,
    @Nullable String by,
    @Nullable String zone,
    boolean workingHours,
    boolean waitsForRequester) {}
