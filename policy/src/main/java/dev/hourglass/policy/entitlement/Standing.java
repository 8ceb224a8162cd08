package dev.hourglass.policy.entitlement;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import java.util.ArrayList;
import java.util.List;

/** Who asks, through which door: all that the rules of an edition may depend on. */
public record Standing(
    AccountType accountType, Plan plan, Role role, Channel channel, Queue queue) {

  public Standing {
    required(accountType, "accountType");
    required(plan, "plan");
    required(role, "role");
    required(channel, "channel");
    required(queue, "queue");
  }

  /** The standing that a promise was, or is to be, derived from. */
  public static Standing of(Basis basis) {
    return new Standing(
        basis.accountType(), basis.plan(), basis.role(), basis.channel(), basis.queue());
  }

  /** Every standing there is; few enough to check a whole edition against all of them. */
  public static List<Standing> all() {
    List<Standing> all = new ArrayList<>();
    for (AccountType accountType : AccountType.values()) {
      for (Plan plan : Plan.values()) {
        for (Role role : Role.values()) {
          for (Channel channel : Channel.values()) {
            for (Queue queue : Queue.values()) {
              all.add(new Standing(accountType, plan, role, channel, queue));
            }
          }
        }
      }
    }
    return all;
  }

  @Override
  public String toString() {
    return accountType + " " + plan + " " + role + " " + channel + " " + queue;
  }
}
