package dev.hourglass.policy.entitlement;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import java.util.Set;

/** For whom a rule is; an empty set means any. */
public record Condition(
    Set<AccountType> accountTypes,
    Set<Plan> plans,
    Set<Role> roles,
    Set<Channel> channels,
    Set<Queue> queues) {

  public Condition {
    accountTypes = Set.copyOf(accountTypes);
    plans = Set.copyOf(plans);
    roles = Set.copyOf(roles);
    channels = Set.copyOf(channels);
    queues = Set.copyOf(queues);
  }

  /** The condition that everybody meets. */
  public static Condition everybody() {
    return new Condition(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
  }

  /** Whether the rule is for them. */
  public boolean matches(Standing standing) {
    return meets(accountTypes, standing.accountType())
        && meets(plans, standing.plan())
        && meets(roles, standing.role())
        && meets(channels, standing.channel())
        && meets(queues, standing.queue());
  }

  private static <T> boolean meets(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
