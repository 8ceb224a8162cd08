package dev.hourglass.prioritizer.account;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.account.AccountChanged;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * An account as a CRM said it, checked like any other.
 *
 * @param source who says it; each speaker counts for itself
 * @param sequence 0 where the speaker does not count
 * @param occurredAt since when the account is so
 */
public record AccountSaid(
    String eventId, String source, long sequence, Instant occurredAt, Account account) {

  public AccountSaid {
    required(eventId, "eventId");
    required(source, "source");
    required(occurredAt, "occurredAt");
    required(account, "account");
  }

  /**
   * What an event of the topic {@code accounts} says.
   *
   * @throws InvalidAccountException with all problems
   */
  public static AccountSaid of(Event<AccountChanged> event, Predicate<String> editionKnown) {
    AccountChanged data = event.data();
    return new AccountSaid(
        event.id(),
        event.source(),
        event.sequence(),
        data.occurredAt(),
        AccountCheck.account(AccountDraft.of(data), editionKnown));
  }
}
