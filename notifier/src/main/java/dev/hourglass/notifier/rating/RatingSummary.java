package dev.hourglass.notifier.rating;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.rating.ClockOutcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How customers answered, and how many did.
 *
 * @param levels how many chose each level, 1 to 5
 */
public record RatingSummary(
    Figures all,
    Map<Integer, Long> levels,
    List<OfPriority> byPriority,
    List<OfPlan> byPlan,
    List<OfOutcome> byOutcome) {

  /**
   * The figures of a group. Ratings count by when they were answered, surveys by when they were
   * sent; so a survey sent before the time asked about may be rated in it.
   *
   * @param count of ratings
   * @param mean of their levels; missing without a rating
   * @param satisfied the share of levels 4 and 5; missing without a rating
   * @param sent how many surveys were sent
   * @param answered how many of these were answered, whenever that was
   * @param responseRate the share of these; missing where none was sent
   */
  public record Figures(
      long count,
      @Nullable Double mean,
      @Nullable Double satisfied,
      long sent,
      long answered,
      @Nullable Double responseRate) {

    /** From what was counted. */
    public static Figures of(long count, long levels, long satisfied, long sent, long answered) {
      return new Figures(
          count,
          share(levels, count),
          share(satisfied, count),
          sent,
          answered,
          share(answered, sent));
    }

    /** With four decimals, which is more than surveys can tell. */
    private static @Nullable Double share(long part, long whole) {
      return whole == 0 ? null : Math.round(10_000.0 * part / whole) / 10_000.0;
    }
  }

  /** Of the tickets of a priority; of none where nothing was promised. */
  public record OfPriority(@Nullable Priority priority, Figures figures) {}

  /** Of the accounts with a plan; of none where nothing was promised. */
  public record OfPlan(@Nullable Plan plan, Figures figures) {}

  /** Of the tickets where that came of a metric's clock. */
  public record OfOutcome(Metric metric, ClockOutcome outcome, Figures figures) {}
}
