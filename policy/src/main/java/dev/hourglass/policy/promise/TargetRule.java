package dev.hourglass.policy.promise;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.promise.WarningPoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One metric, its duration and its calendar by priority.
 *
 * @param within priorities that are promised something
 * @param without priorities that are expressly promised nothing
 * @param calendars by priority: the name of a calendar, or {@link Regions#REGIONAL}
 * @param pausedBy what stops the clock; nothing unless the edition says so (S50)
 * @param againOnReopening RESTORATION only: whether a reopened ticket has to be restored anew
 */
public record TargetRule(
    Metric metric,
    Map<Priority, Duration> within,
    Set<Priority> without,
    Map<Priority, String> calendars,
    Set<PauseReason> pausedBy,
    List<WarningPoint> warnAt,
    boolean contractual,
    boolean againOnReopening) {

  public TargetRule {
    required(metric, "metric");
    within = Map.copyOf(within);
    without = Set.copyOf(without);
    calendars = Map.copyOf(calendars);
    pausedBy = Set.copyOf(pausedBy);
    warnAt = listOf(warnAt);
    rule(
        !againOnReopening || metric == Metric.RESTORATION,
        "'againOnReopening' is for RESTORATION alone");
  }

  /** The target for a priority in a region; none where nothing is promised. */
  public Optional<Target> target(Priority priority, @Nullable String region, Regions regions) {
    return Optional.ofNullable(within.get(priority))
        .map(
            duration ->
                new Target(
                    metric,
                    duration,
                    regions.resolve(calendars.get(priority), region),
                    pausedBy,
                    warnAt,
                    contractual,
                    againOnReopening,
                    null));
  }
}
