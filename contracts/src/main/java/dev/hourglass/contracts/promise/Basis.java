package dev.hourglass.contracts.promise;

import static dev.hourglass.contracts.Rules.optionalName;
import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a promise was derived from, as it was then; enough to derive it anew under another edition.
 *
 * @param account the account number as posted
 * @param accountKnown false if no such account was known, and it was treated as Basic
 * @param region ISO 3166 country code of the account; chooses the regional calendar (K11)
 * @param timeZone the customer's time zone
 * @param language BCP 47 tag of the member or the account, for messages without a better one
 */
public record Basis(
    @Nullable String account,
    boolean accountKnown,
    AccountType accountType,
    Plan plan,
    Role role,
    @Nullable String region,
    @Nullable ZoneId timeZone,
    @Nullable String language,
    Channel channel,
    Queue queue,
    Priority priority) {

  public Basis {
    required(accountType, "accountType");
    required(plan, "plan");
    required(role, "role");
    required(channel, "channel");
    required(queue, "queue");
    required(priority, "priority");
    optionalName(account, "account");
    optionalName(region, "region");
    optionalName(language, "language");
  }
}
