package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.rating.RatingQuery;
import dev.hourglass.notifier.rating.RatingSummary.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Map;
import java.util.TreeMap;

/** Counts ratings and surveys, group by group. */
@ApplicationScoped
public class RatingCounts {

  private static final String RATED =
      " from ratings r %s where (cast(:account as text) is null or r.account = :account)"
          + " and (cast(:priority as text) is null or r.priority = :priority)"
          + " and (cast(:since as timestamptz) is null or r.rated_at >= :since)"
          + " and (cast(:until as timestamptz) is null or r.rated_at < :until)";

  /** What a survey belongs to is what its rating says, and without one what the ticket says. */
  private static final String SENT =
      " from (select d.sent_at, d.cycle, r.ticket_id as rated,"
          + " coalesce(r.account, t.prioritized -> 'basis' ->> 'account') as account,"
          + " coalesce(r.priority, t.prioritized ->> 'priority') as priority,"
          + " coalesce(r.plan, t.prioritized -> 'basis' ->> 'plan') as plan,"
          + " coalesce(r.outcomes, jsonb_path_query_array(o.outcomes, '$[*] ? (@.cycle == $c)',"
          + " jsonb_build_object('c', d.cycle))) as outcomes"
          + " from deliveries d join tickets t on t.id = d.ticket_id"
          + " left join outcomes o on o.ticket_id = d.ticket_id"
          + " left join ratings r on r.ticket_id = d.ticket_id and r.cycle = d.cycle"
          + " where d.kind = 'SURVEY' and d.sent_at is not null) r"
          + " %s where (cast(:account as text) is null or r.account = :account)"
          + " and (cast(:priority as text) is null or r.priority = :priority)"
          + " and (cast(:since as timestamptz) is null or r.sent_at >= :since)"
          + " and (cast(:until as timestamptz) is null or r.sent_at < :until)";

  private final EntityManager entities;

  RatingCounts(EntityManager entities) {
    this.entities = entities;
  }

  /** What to group by. */
  enum Dimension {
    ALL("cast('' as text)", ""),
    PRIORITY("coalesce(r.priority, '')", ""),
    PLAN("coalesce(r.plan, '')", ""),
    /** One of each metric and outcome; a survey counts in several. */
    OUTCOME(
        "(x ->> 'metric') || ':' || (x ->> 'outcome')",
        "cross join lateral jsonb_array_elements(r.outcomes) x");

    private final String key;
    private final String join;

    Dimension(String key, String join) {
      this.key = key;
      this.join = join;
    }
  }

  /** How many chose each level that somebody chose. */
  Map<Integer, Long> levels(RatingQuery query) {
    Map<Integer, Long> levels = new TreeMap<>();
    for (Object each :
        bound("select r.level, count(*)" + RATED.formatted("") + " group by 1", query)
            .getResultList()) {
      Object[] row = (Object[]) each;
      levels.put(((Number) row[0]).intValue(), number(row[1]));
    }
    return levels;
  }

  /** The figures of each group that there is. */
  Map<String, Figures> by(Dimension dimension, RatingQuery query) {
    Map<String, long[]> counted = new TreeMap<>();
    String rated =
        "select "
            + dimension.key
            + ", count(*), sum(r.level), count(*) filter (where r.level >= 4)";
    for (Object each :
        bound(rated + RATED.formatted(dimension.join) + " group by 1", query).getResultList()) {
      Object[] row = (Object[]) each;
      counted.put(
          (String) row[0], new long[] {number(row[1]), number(row[2]), number(row[3]), 0, 0});
    }
    String sent = "select " + dimension.key + ", count(*), count(r.rated)";
    for (Object each :
        bound(sent + SENT.formatted(dimension.join) + " group by 1", query).getResultList()) {
      Object[] row = (Object[]) each;
      long[] group = counted.computeIfAbsent((String) row[0], key -> new long[5]);
      group[3] = number(row[1]);
      group[4] = number(row[2]);
    }
    Map<String, Figures> figures = new TreeMap<>();
    counted.forEach((key, n) -> figures.put(key, Figures.of(n[0], n[1], n[2], n[3], n[4])));
    return figures;
  }

  private Query bound(String sql, RatingQuery query) {
    return entities
        .createNativeQuery(sql)
        .setParameter("account", query.account())
        .setParameter("priority", query.priority() == null ? null : query.priority().name())
        .setParameter("since", query.from())
        .setParameter("until", query.to());
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
