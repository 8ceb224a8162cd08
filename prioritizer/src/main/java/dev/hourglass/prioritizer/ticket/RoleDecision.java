package dev.hourglass.prioritizer.ticket;

import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which role counts, and why where it is not the one the account lists.
 *
 * <p>The account's own list of members decides. A requester who is not on it is believed where that
 * is plausible: the account lists nobody, or an agent had the caller verify (S57, S58), or the role
 * stated is not one that the list would surely name. Anybody else is a MEMBER.
 */
public record RoleDecision(Role role, Optional<Reason> reason) {

  /** Decides the role of a requester. */
  public static RoleDecision of(Customer customer, @Nullable Role stated, Channel channel) {
    if (customer.memberRole() != null) {
      return new RoleDecision(customer.memberRole(), Optional.empty());
    }
    if (!customer.known()) {
      return new RoleDecision(Role.MEMBER, Optional.empty());
    }
    if (stated == null) {
      return because(
          Role.MEMBER,
          "role-not-stated",
          "The requester is not a registered member of the account, stated no role and counts as"
              + " MEMBER.");
    }
    if (plausible(customer, stated, channel)) {
      return because(
          stated,
          "role-as-stated",
          "The requester is not a registered member of the account; the role "
              + stated
              + " counts as stated.");
    }
    return because(
        Role.MEMBER,
        "role-not-confirmed",
        "The requester states the role "
            + stated
            + ", but is not among the account's registered members and counts as MEMBER.");
  }

  private static boolean plausible(Customer customer, Role stated, Channel channel) {
    boolean listed = stated == Role.OWNER || stated == Role.ADMIN;
    return !customer.hasMembers() || channel == Channel.PHONE || !listed;
  }

  private static RoleDecision because(Role role, String rule, String text) {
    return new RoleDecision(role, Optional.of(new Reason(rule, text)));
  }
}
