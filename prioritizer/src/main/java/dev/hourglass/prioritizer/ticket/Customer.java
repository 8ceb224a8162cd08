package dev.hourglass.prioritizer.ticket;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.ticket.Role;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Whose ticket it is.
 *
 * @param known false if there is no such account; it is then Basic on the base plan
 * @param hasMembers whether the account lists its members
 * @param memberRole the requester's role, if they are a member
 * @param edition the id of the edition that applies: pinned, or current when the ticket came
 */
public record Customer(
    boolean known,
    AccountType type,
    Plan plan,
    @Nullable String country,
    @Nullable ZoneId timeZone,
    @Nullable String language,
    boolean hasMembers,
    @Nullable Role memberRole,
    String edition,
    boolean pinned) {

  public Customer {
    required(type, "type");
    required(plan, "plan");
    required(edition, "edition");
  }

  /** The customer behind a number that nobody knows (K1: treated as Basic). */
  public static Customer unknown(String edition) {
    return new Customer(
        false, AccountType.BASIC, Plan.ACCESS, null, null, null, false, null, edition, false);
  }
}
