package dev.hourglass.notifier.rating;

import dev.hourglass.contracts.promise.Priority;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which ratings are asked for; what is missing is not asked about.
 *
 * @param from answered then or later
 * @param to answered before then
 * @param level 1 to 5
 */
public record RatingQuery(
    @Nullable UUID ticketId,
    @Nullable String account,
    @Nullable Priority priority,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Integer level) {}
