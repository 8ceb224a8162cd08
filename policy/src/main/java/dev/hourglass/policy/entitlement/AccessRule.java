package dev.hourglass.policy.entitlement;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.promise.Route;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens some routes to some people. What a person may use is what any of the rules opens (K6: the
 * wider one).
 *
 * @param flag the rule counts only while this flag of the edition is on; missing: always
 * @param tier who answers there: 1 frontline, 2 direct; missing where no person answers
 * @param because the sentence for people
 */
public record AccessRule(
    String name,
    Condition condition,
    @Nullable String flag,
    Set<Route> routes,
    @Nullable Integer tier,
    String because) {

  public AccessRule {
    required(name, "rule");
    required(condition, "for");
    required(because, "because");
    routes = Set.copyOf(routes);
    rule(!routes.isEmpty(), "'routes' names at least one route");
    rule(tier == null || tier == 1 || tier == 2, "'tier' is 1 or 2");
  }

  /** The rule as a reason. */
  public Reason reason() {
    return new Reason(name, because);
  }
}
