package dev.hourglass.policy.priority;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Workaround;
import java.util.Set;

/** One named line of the decision table; an empty set means any. */
public record DecisionRule(
    String name,
    Set<Impact> impacts,
    Set<Workaround> workarounds,
    Priority priority,
    String because) {

  public DecisionRule {
    required(name, "rule");
    required(priority, "priority");
    required(because, "because");
    impacts = Set.copyOf(impacts);
    workarounds = Set.copyOf(workarounds);
  }

  /** Whether this line is about that case. */
  public boolean matches(Impact impact, Workaround workaround) {
    return (impacts.isEmpty() || impacts.contains(impact))
        && (workarounds.isEmpty() || workarounds.contains(workaround));
  }

  /** The line as a reason. */
  public Reason reason() {
    return new Reason(name, because);
  }
}
