package dev.hourglass.notifier.postgres;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.rating.ClockOutcome;
import dev.hourglass.notifier.rating.RatingPage;
import dev.hourglass.notifier.rating.RatingQuery;
import dev.hourglass.notifier.rating.RatingSummary;
import dev.hourglass.notifier.rating.RatingSummary.Figures;
import dev.hourglass.notifier.rating.Ratings;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What operators may see of the ratings. */
@ApplicationScoped
public class RatingBook implements Ratings {

  private final RatingRows ratings;
  private final RatingCounts counts;

  RatingBook(RatingRows ratings, RatingCounts counts) {
    this.ratings = ratings;
    this.counts = counts;
  }

  @Override
  @Transactional
  public RatingPage page(RatingQuery query, int page, int size) {
    Map<String, Object> conditions = new LinkedHashMap<>();
    conditions.put("ticketId = :ticketId", query.ticketId());
    conditions.put("account = :account", query.account());
    conditions.put("priority = :priority", query.priority());
    conditions.put("ratedAt >= :from", query.from());
    conditions.put("ratedAt < :to", query.to());
    conditions.put("level = :level", query.level());
    conditions.values().removeIf(value -> value == null);
    Parameters parameters = new Parameters();
    conditions.forEach(
        (condition, value) ->
            parameters.and(condition.substring(condition.indexOf(':') + 1), value));
    Sort latest = Sort.descending("ratedAt", "ticketId", "cycle");
    var found =
        conditions.isEmpty()
            ? ratings.findAll(latest)
            : ratings.find(String.join(" and ", conditions.keySet()), latest, parameters);
    List<RatingPage.Item> items =
        found.page(Page.of(page, size)).list().stream().map(RatingBook::item).toList();
    return new RatingPage(items, page, size, found.count());
  }

  @Override
  @Transactional
  public RatingSummary summary(RatingQuery query) {
    Map<Integer, Long> levels = new TreeMap<>();
    for (int level = 1; level <= 5; level++) {
      levels.put(level, 0L);
    }
    counts.levels(query).forEach(levels::put);
    List<RatingSummary.OfPriority> byPriority = new ArrayList<>();
    counts
        .by(RatingCounts.Dimension.PRIORITY, query)
        .forEach(
            (key, figures) ->
                byPriority.add(
                    new RatingSummary.OfPriority(
                        key.isEmpty() ? null : Priority.valueOf(key), figures)));
    List<RatingSummary.OfPlan> byPlan = new ArrayList<>();
    counts
        .by(RatingCounts.Dimension.PLAN, query)
        .forEach(
            (key, figures) ->
                byPlan.add(
                    new RatingSummary.OfPlan(key.isEmpty() ? null : Plan.valueOf(key), figures)));
    List<RatingSummary.OfOutcome> byOutcome = new ArrayList<>();
    counts
        .by(RatingCounts.Dimension.OUTCOME, query)
        .forEach((key, figures) -> byOutcome.add(ofOutcome(key, figures)));
    Figures all =
        counts.by(RatingCounts.Dimension.ALL, query).getOrDefault("", Figures.of(0, 0, 0, 0, 0));
    return new RatingSummary(all, levels, byPriority, byPlan, byOutcome);
  }

  private static RatingSummary.OfOutcome ofOutcome(String key, Figures figures) {
    int colon = key.indexOf(':');
    return new RatingSummary.OfOutcome(
        Metric.valueOf(key.substring(0, colon)),
        ClockOutcome.valueOf(key.substring(colon + 1)),
        figures);
  }

  private static RatingPage.Item item(RatingRow row) {
    TicketRow ticket = TicketRow.findById(row.ticketId);
    return new RatingPage.Item(
        row.ticketId,
        ticket.reference,
        row.cycle,
        row.level,
        row.comment,
        row.revision,
        row.ratedAt,
        row.account,
        row.priority,
        row.plan,
        row.edition,
        RatingRows.outcomes(row));
  }
}
