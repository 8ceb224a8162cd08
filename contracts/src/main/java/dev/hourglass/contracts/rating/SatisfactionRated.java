package dev.hourglass.contracts.rating;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.optionalName;
import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer rated a solved ticket (S59). The comment is the customer's own words and stays in
 * notifier. What the ticket was promised stands beside it as it was when the customer answered.
 *
 * @param occurredAt when the customer answered
 * @param level 1 (very dissatisfied) to 5 (very satisfied)
 * @param revision 1 at first; grows when the customer changes the rating, or when more becomes
 *     known of the clocks; a reader keeps the highest
 * @param account the account number of the promise; missing without one, as the three below
 * @param outcomes what came of the clocks of the rated cycle; empty as long as none were heard of
 */
public record SatisfactionRated(
    UUID ticketId,
    Instant occurredAt,
    int cycle,
    int level,
    boolean commented,
    int revision,
    @Nullable String account,
    @Nullable Priority priority,
    @Nullable Plan plan,
    @Nullable String edition,
    @Nullable List<MetricOutcome> outcomes)
    implements EventData {

  public SatisfactionRated {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    rule(level >= 1 && level <= 5, "'level' is 1 to 5");
    rule(cycle >= 1, "'cycle' starts at 1");
    rule(revision >= 1, "'revision' starts at 1");
    optionalName(account, "account");
    optionalName(edition, "edition");
    outcomes = listOf(outcomes);
  }

  @Override
  public String subject() {
    return ticketId.toString();
  }
}
