package dev.hourglass.replay.incident;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whom the incidents of a foreign log are taken to come from: such a log knows nothing of our
 * plans.
 *
 * @param region ISO 3166 country code, for targets on business hours
 */
public record Customer(AccountType accountType, Plan plan, Role role, @Nullable String region) {

  Basis basis(Channel channel, Priority priority) {
    return new Basis(
        null,
        false,
        accountType,
        plan,
        role,
        region,
        null,
        null,
        channel,
        Queue.TECHNICAL,
        priority);
  }
}
