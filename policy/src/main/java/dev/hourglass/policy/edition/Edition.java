package dev.hourglass.policy.edition;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.EscalationLevel;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.policy.entitlement.Benefit;
import dev.hourglass.policy.entitlement.EntitlementMatrix;
import dev.hourglass.policy.entitlement.Standing;
import dev.hourglass.policy.priority.DecisionTable;
import dev.hourglass.policy.priority.PriorityDecision;
import dev.hourglass.policy.promise.EscalationRule;
import dev.hourglass.policy.promise.PlanChange;
import dev.hourglass.policy.promise.PromiseRule;
import dev.hourglass.policy.promise.Promised;
import dev.hourglass.policy.promise.Regions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of the support policy, whole and readable.
 *
 * @param effectiveFrom from when new tickets are promised under it
 * @param scope which tickets it is for, once it is effective (R21)
 * @param pinOnly whether it applies only to accounts that pin it, whatever the date
 * @param contractual the metrics that are part of the contract, not only watched (K9)
 * @param escalation the levels of those who have automatic escalation, in their order (R22, S29)
 * @param onPlanChange what an upgrade of an account means for its open tickets
 */
public record Edition(
    String id,
    String title,
    Instant effectiveFrom,
    Scope scope,
    boolean pinOnly,
    Set<Metric> contractual,
    List<PriorityDefinition> priorities,
    DecisionTable decisions,
    EntitlementMatrix entitlements,
    List<PromiseRule> promises,
    List<EscalationRule> escalation,
    List<CalendarDefinition> calendars,
    Regions regions,
    List<PhoneLine> phoneLines,
    Wording wording,
    PlanChange onPlanChange) {

  public Edition {
    required(id, "edition");
    required(title, "title");
    required(effectiveFrom, "effectiveFrom");
    required(scope, "scope");
    required(wording, "wording");
    required(decisions, "decisions");
    required(entitlements, "entitlements");
    required(regions, "regions");
    required(onPlanChange, "onPlanChange");
    contractual = Set.copyOf(contractual);
    priorities = listOf(priorities);
    promises = listOf(promises);
    escalation = listOf(escalation);
    calendars = listOf(calendars);
    phoneLines = listOf(phoneLines);
  }

  /** Decides the priority of a case (K13). */
  public PriorityDecision decide(Impact impact, @Nullable Workaround workaround) {
    return decisions.decide(impact, workaround);
  }

  /** What this person is given on the channel that was used (S16–S32). */
  public Entitlement entitlement(Standing standing) {
    return entitlements.entitlement(standing);
  }

  /** What is promised on that basis; the promise is empty where the policy promises nothing. */
  public Promised promise(Basis basis) {
    Standing standing = Standing.of(basis);
    PromiseRule rule =
        promises.stream()
            .filter(candidate -> candidate.condition().matches(standing))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no promise rule is for " + standing));
    boolean escalates = entitlements.gives(Benefit.AUTOMATIC_ESCALATION, standing);
    List<Target> targets =
        rule.targets().stream()
            .flatMap(target -> target.target(basis.priority(), basis.region(), regions).stream())
            .map(target -> escalates ? target.escalatedAt(levels(target.metric())) : target)
            .toList();
    return new Promised(new Promise(id, targets), rule.reason());
  }

  private List<EscalationLevel> levels(Metric metric) {
    return escalation.stream()
        .filter(rule -> rule.metrics().contains(metric))
        .map(EscalationRule::level)
        .toList();
  }
}
