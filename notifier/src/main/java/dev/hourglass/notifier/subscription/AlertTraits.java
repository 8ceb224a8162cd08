package dev.hourglass.notifier.subscription;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.TicketEscalated;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What a filter looks at in an alert.
 *
 * @param kind the name of its event
 * @param level of the warning or the escalation; missing where there are none
 * @param region of the account, as the promise's basis has it
 * @param to whom an escalation names; missing on all else
 */
public record AlertTraits(
    String kind,
    @Nullable Metric metric,
    @Nullable Integer level,
    @Nullable Priority priority,
    @Nullable Plan plan,
    @Nullable String account,
    @Nullable String region,
    @Nullable String to) {

  public AlertTraits {
    required(kind, "kind");
  }

  /**
   * What the alert itself says; a withdrawal knows neither priority nor plan, and none a region.
   */
  public static AlertTraits of(Alert alert) {
    String kind = alert.getClass().getSimpleName();
    if (alert instanceof SlaAtRisk risk) {
      return new AlertTraits(
          kind,
          risk.metric(),
          risk.level(),
          risk.priority(),
          risk.plan(),
          risk.account(),
          null,
          null);
    }
    if (alert instanceof SlaBreached breach) {
      return new AlertTraits(
          kind,
          breach.metric(),
          null,
          breach.priority(),
          breach.plan(),
          breach.account(),
          null,
          null);
    }
    if (alert instanceof TicketEscalated up) {
      return new AlertTraits(
          kind, up.metric(), up.level(), up.priority(), up.plan(), up.account(), null, up.to());
    }
    return new AlertTraits(kind, alert.metric(), null, null, null, alert.account(), null, null);
  }

  /** The same, with what is known from elsewhere where the alert does not say it. */
  public AlertTraits completed(
      @Nullable Priority knownPriority, @Nullable Plan knownPlan, @Nullable String knownRegion) {
    return new AlertTraits(
        kind,
        metric,
        level,
        priority == null ? knownPriority : priority,
        plan == null ? knownPlan : plan,
        account,
        region == null ? knownRegion : region,
        to);
  }
}
