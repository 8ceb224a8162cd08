package dev.hourglass.notifier.alert;

import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody takes care of what an alert said. The first one counts, whoever comes later.
 *
 * @param metric the clock that escalates no further in this cycle; missing where there is none
 * @param by the role or post, as the team calls it
 * @param at when (UTC)
 */
public record Acknowledgement(
    UUID alert, UUID ticketId, @Nullable Metric metric, int cycle, String by, Instant at) {}
