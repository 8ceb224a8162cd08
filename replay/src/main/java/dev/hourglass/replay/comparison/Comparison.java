package dev.hourglass.replay.comparison;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Breaches of two folds of the same facts. Two are the same if they are about the same clock,
 * whatever their deadlines. Depends on what is compared, never on its order.
 *
 * @param baseline by the promises that were made, by what a foreign log claims, or by those of an
 *     edition to compare with
 * @param gained breaches that only the replay has
 * @param lost breaches that the replay has not
 */
public record Comparison(
    List<Missed> baseline, List<Missed> replayed, List<Missed> gained, List<Missed> lost) {

  private static final Comparator<@Nullable String> NONE_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  public static Comparison of(Collection<Missed> baseline, Collection<Missed> replayed) {
    return new Comparison(
        inOrder(baseline),
        inOrder(replayed),
        without(replayed, baseline),
        without(baseline, replayed));
  }

  public Tally all() {
    return new Tally(null, baseline.size(), replayed.size(), gained.size(), lost.size());
  }

  /** One tally for each value, in order. */
  public List<Tally> by(Dimension dimension) {
    var were = counts(baseline, dimension);
    var are = counts(replayed, dimension);
    var came = counts(gained, dimension);
    var went = counts(lost, dimension);
    Set<String> values = new TreeSet<>(NONE_FIRST);
    baseline.forEach(missed -> values.add(dimension.of(missed)));
    replayed.forEach(missed -> values.add(dimension.of(missed)));
    return values.stream()
        .map(
            value ->
                new Tally(
                    value,
                    were.apply(value),
                    are.apply(value),
                    came.apply(value),
                    went.apply(value)))
        .toList();
  }

  private static Function<@Nullable String, Integer> counts(
      List<Missed> missed, Dimension dimension) {
    // A map of streams has no place for a missing value.
    var counts =
        missed.stream()
            .map(each -> Optional.ofNullable(dimension.of(each)))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return value -> counts.getOrDefault(Optional.ofNullable(value), 0L).intValue();
  }

  private static List<Missed> without(Collection<Missed> some, Collection<Missed> others) {
    Set<Missed.Key> known = others.stream().map(Missed::key).collect(Collectors.toSet());
    return inOrder(some.stream().filter(missed -> !known.contains(missed.key())).toList());
  }

  private static List<Missed> inOrder(Collection<Missed> missed) {
    return missed.stream().sorted(Missed.IN_ORDER).toList();
  }
}
