package dev.hourglass.contracts.rating;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.EventData;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer rated a solved ticket (S59). The comment is the customer's own words and stays in
 * notifier.
 *
 * @param level 1 (very dissatisfied) to 5 (very satisfied)
 * @param revision 1 at first; grows when the customer changes the rating
 */
public record SatisfactionRated(
    UUID ticketId, Instant occurredAt, int cycle, int level, boolean commented, int revision)
    implements EventData {

  public SatisfactionRated {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    rule(level >= 1 && level <= 5, "'level' is 1 to 5");
    rule(cycle >= 1, "'cycle' starts at 1");
    rule(revision >= 1, "'revision' starts at 1");
  }

  @Override
  public String subject() {
    return ticketId.toString();
  }
}
