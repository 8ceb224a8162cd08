package dev.hourglass.contracts.account;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest state of an account.
 *
 * @param country ISO 3166 code; chooses the regional calendar
 * @param edition the edition that the account pins (K2); missing where the current one applies
 */
public record AccountChanged(
    String number,
    Instant occurredAt,
    String name,
    AccountType type,
    Plan plan,
    @Nullable String country,
    @Nullable ZoneId timeZone,
    @Nullable String language,
    @Nullable String edition,
    List<AccountMember> members)
    implements EventData {

  public AccountChanged {
    required(number, "number");
    required(occurredAt, "occurredAt");
    required(name, "name");
    required(type, "type");
    required(plan, "plan");
    members = listOf(members);
  }

  @Override
  public String subject() {
    return number;
  }
}
