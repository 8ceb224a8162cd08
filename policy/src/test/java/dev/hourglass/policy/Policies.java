package dev.hourglass.policy;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.entitlement.Standing;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import java.time.ZoneId;
import java.util.Set;

/** The shipped editions, and short ways to ask them. */
final class Policies {

  static final Edition OLD = EditionYaml.read(ShippedEditions.document("2020"));
  static final Edition NEW = EditionYaml.read(ShippedEditions.document("2021"));

  static final Set<AccountType> PAID =
      Set.of(
          AccountType.PRO,
          AccountType.BUSINESS,
          AccountType.EDUCATION,
          AccountType.ENTERPRISE,
          AccountType.API);

  private Policies() {}

  static Entitlement technical(
      Edition edition, AccountType type, Plan plan, Role role, Channel channel) {
    return edition.entitlement(new Standing(type, plan, role, channel, Queue.TECHNICAL));
  }

  static Entitlement billing(Edition edition, AccountType type, Role role, Channel channel) {
    return edition.entitlement(new Standing(type, Plan.ACCESS, role, channel, Queue.BILLING));
  }

  static Promise promise(Edition edition, Basis basis) {
    return edition.promise(basis).promise();
  }

  static Basis basis(AccountType type, Plan plan, Role role, Priority priority) {
    return basis(type, plan, role, priority, Queue.TECHNICAL, "DE");
  }

  static Basis basis(
      AccountType type, Plan plan, Role role, Priority priority, Queue queue, String region) {
    return new Basis(
        "HG-1001",
        true,
        type,
        plan,
        role,
        region,
        ZoneId.of("Europe/Berlin"),
        "de",
        Channel.WEB,
        queue,
        priority);
  }
}
