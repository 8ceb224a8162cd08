package dev.hourglass.prioritizer.account;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.account.AccountChanged;
import dev.hourglass.contracts.account.AccountMember;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The paying organisation.
 *
 * @param country ISO 3166 code; chooses the regional calendar
 * @param edition the edition that it pins (K2)
 * @param members in the order of their addresses
 */
public record Account(
    String number,
    String name,
    AccountType type,
    Plan plan,
    @Nullable String country,
    @Nullable ZoneId timeZone,
    @Nullable String language,
    @Nullable String edition,
    List<Member> members) {

  public Account {
    required(number, "number");
    required(name, "name");
    required(type, "type");
    required(plan, "plan");
    members = listOf(members).stream().sorted(Comparator.comparing(Member::order)).toList();
  }

  /** The same account with other members. */
  public Account withMembers(List<Member> others) {
    return new Account(number, name, type, plan, country, timeZone, language, edition, others);
  }

  /** The same account, with the addresses of those members that were known by theirs. */
  public Account withAddressesOf(Account known) {
    Map<String, EmailAddress> addresses =
        known.members().stream()
            .filter(member -> member.email() != null)
            .collect(Collectors.toMap(Member::emailDigest, Member::email));
    return withMembers(
        members.stream()
            .map(
                member ->
                    new Member(
                        member.emailDigest(),
                        member.email() == null
                            ? addresses.get(member.emailDigest())
                            : member.email(),
                        member.role(),
                        member.language()))
            .toList());
  }

  /** The account as it is said to others: members as digests only. */
  public AccountChanged changed(Instant at) {
    return new AccountChanged(
        number,
        at,
        name,
        type,
        plan,
        country,
        timeZone,
        language,
        edition,
        members.stream()
            .map(
                member -> new AccountMember(member.emailDigest(), member.role(), member.language()))
            .toList());
  }
}
