package dev.hourglass.prioritizer.postgres;

import dev.hourglass.contracts.account.AccountChanged;
import dev.hourglass.contracts.account.AccountMember;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.prioritizer.ticket.Customer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest version of an account, without the list that it came with. */
record LatestAccount(
    long sequence, Instant effectiveFrom, AccountChanged account, Map<String, Person> members) {

  /** What counts of a member. */
  record Person(Role role, @Nullable String language) {}

  static LatestAccount of(long sequence, Instant effectiveFrom, AccountChanged version) {
    Map<String, Person> members = new HashMap<>();
    for (AccountMember member : version.members()) {
      members.put(member.emailDigest(), new Person(member.role(), member.language()));
    }
    AccountChanged account =
        new AccountChanged(
            version.number(),
            version.occurredAt(),
            version.name(),
            version.type(),
            version.plan(),
            version.country(),
            version.timeZone(),
            version.language(),
            version.edition(),
            null);
    return new LatestAccount(sequence, effectiveFrom, account, members);
  }

  /** Whether the account was this when a ticket was received: no version is later than this one. */
  boolean isEffectiveAt(Instant receivedAt) {
    return !effectiveFrom.isAfter(receivedAt);
  }

  /** The account and, if the digest is a member's, their role and language. */
  Customer customer(String digest, String currentEdition) {
    Person member = members.get(digest);
    return new Customer(
        true,
        account.type(),
        account.plan(),
        account.country(),
        account.timeZone(),
        member == null || member.language() == null ? account.language() : member.language(),
        !members.isEmpty(),
        member == null ? null : member.role(),
        account.edition() == null ? currentEdition : account.edition(),
        account.edition() != null);
  }

  /** How much memory it takes, in members. */
  int weight() {
    return 1 + members.size();
  }
}
