package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.code;
import static dev.hourglass.contracts.Rules.name;
import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody takes care of what an alert said: no level of that clock and cycle is reached from then
 * on (R22). Later cycles escalate anew.
 *
 * @param alert the event id of the warning, breach or escalation
 * @param metric the clock of the alert; missing where it is about none, and nothing is stopped
 * @param by who, as the team calls the role or the post; never the name or address of a person
 */
public record AlertAcknowledged(
    UUID ticketId, Instant occurredAt, String alert, @Nullable Metric metric, int cycle, String by)
    implements Fact {

  public AlertAcknowledged {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    name(alert, "alert");
    rule(cycle >= 1, "'cycle' starts at 1");
    code(by, "by");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
