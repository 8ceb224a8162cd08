package dev.hourglass.notifier.subscription;

import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a subscription wants: those that satisfy every part of it. An empty set asks
 * nothing. What nobody knows of an alert does not exclude it, for one alert too many is better than
 * one that nobody gets; so a ticket without a promise alarms whoever asks for a priority. Only
 * {@code to} is strict: it asks for escalations to one of these, and for nothing else.
 *
 * @param kinds names of events: SlaAtRisk, SlaBreached, SlaBreachWithdrawn, TicketEscalated
 * @param levelFrom the lowest level of warnings and escalations; others have none to ask for
 * @param levelTo the highest
 * @param regions ISO 3166 country codes
 * @param to whom escalations name, for example {@code team-lead}
 */
public record AlertFilter(
    Set<Priority> priorities,
    Set<Plan> plans,
    Set<String> accounts,
    Set<Metric> metrics,
    Set<String> kinds,
    @Nullable Integer levelFrom,
    @Nullable Integer levelTo,
    Set<String> regions,
    Set<String> to) {

  /** The names of all kinds of alert. */
  public static final Set<String> KINDS =
      Arrays.stream(Alert.class.getPermittedSubclasses())
          .map(Class::getSimpleName)
          .collect(Collectors.toUnmodifiableSet());

  private static final int MOST = 200;
  private static final int LONGEST = 200;

  public AlertFilter {
    priorities = sorted(priorities, "priorities");
    plans = sorted(plans, "plans");
    accounts = texts(accounts, "accounts");
    metrics = sorted(metrics, "metrics");
    kinds = texts(kinds, "kinds");
    regions = texts(regions, "regions");
    to = texts(to, "to");
    rule(KINDS.containsAll(kinds), "'kinds' are of " + new TreeSet<>(KINDS));
    rule(
        regions.stream().allMatch(each -> each.matches("[A-Z]{2}")),
        "'regions' are country codes of two capital letters");
    rule(levelFrom == null || levelFrom >= 0, "'levelFrom' is not negative");
    rule(
        levelTo == null || levelTo >= (levelFrom == null ? 0 : levelFrom),
        "'levelTo' is not below 'levelFrom'");
  }

  /** A filter that wants everything. */
  public static AlertFilter everything() {
    return new AlertFilter(null, null, null, null, null, null, null, null, null);
  }

  /** Whether it wants an alert. */
  public boolean wants(AlertTraits alert) {
    return allows(kinds, alert.kind())
        && allows(priorities, alert.priority())
        && allows(plans, alert.plan())
        && allows(accounts, alert.account())
        && allows(metrics, alert.metric())
        && allows(regions, upper(alert.region()))
        && wantsLevel(alert.level())
        && (to.isEmpty() || (alert.to() != null && to.contains(alert.to())));
  }

  private boolean wantsLevel(@Nullable Integer level) {
    return level == null
        || ((levelFrom == null || level >= levelFrom) && (levelTo == null || level <= levelTo));
  }

  private static <T> boolean allows(Set<T> wanted, @Nullable T value) {
    return wanted.isEmpty() || value == null || wanted.contains(value);
  }

  private static @Nullable String upper(@Nullable String region) {
    return region == null ? null : region.toUpperCase(Locale.ROOT);
  }

  private static <T> Set<T> sorted(@Nullable Collection<T> values, String field) {
    if (values == null) {
      return Set.of();
    }
    rule(values.size() <= MOST, "'" + field + "' has at most " + MOST + " values");
    rule(values.stream().noneMatch(each -> each == null), "'" + field + "' has no empty values");
    return java.util.Collections.unmodifiableSet(new TreeSet<>((Collection<? extends T>) values));
  }

  private static Set<String> texts(@Nullable Collection<String> values, String field) {
    Set<String> texts = sorted(values, field);
    rule(
        texts.stream().allMatch(each -> !each.isBlank() && each.length() <= LONGEST),
        "'" + field + "' has values of 1 to " + LONGEST + " characters");
    return texts;
  }
}
