package dev.hourglass.notifier.rating;

import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.rating.MetricOutcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of ratings as operators read them. */
public record RatingPage(List<Item> items, int page, int size, long total) {

  /**
   * The rating of one cycle, as it was answered last.
   *
   * @param level 1 (very dissatisfied) to 5 (very satisfied)
   * @param comment in the customer's own words
   * @param ratedAt when it was answered last
   * @param outcomes what came of the clocks of that cycle
   */
  public record Item(
      UUID ticketId,
      @Nullable String reference,
      int cycle,
      int level,
      @Nullable String comment,
      int revision,
      Instant ratedAt,
      @Nullable String account,
      @Nullable Priority priority,
      @Nullable Plan plan,
      @Nullable String edition,
      List<MetricOutcome> outcomes) {}
}
