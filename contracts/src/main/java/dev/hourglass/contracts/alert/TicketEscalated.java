package dev.hourglass.contracts.alert;

import static dev.hourglass.contracts.Rules.code;
import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock reached a level of escalation, and nobody had stopped it or acknowledged an alert of it
 * (R22, S29). Said once for a level and repetition in a cycle; never withdrawn.
 *
 * @param level from 1
 * @param repetition 0 at first; 1 and up where the level is repeated
 * @param to whom the edition names, for example {@code team-lead}
 * @param via how the edition wants them told, for example {@code mail}
 * @param dueAt the instant of the level
 * @param deadline the clock's deadline; missing while nobody knows it
 * @param detectedAt when the monitor saw it
 * @param latenessMillis {@code detectedAt - dueAt}
 */
public record TicketEscalated(
    UUID ticketId,
    Metric metric,
    int cycle,
    int level,
    int repetition,
    String to,
    String via,
    Instant dueAt,
    @Nullable Instant deadline,
    Instant detectedAt,
    long latenessMillis,
    Evidence evidence,
    String reference,
    @Nullable String account,
    Priority priority,
    Plan plan,
    String edition)
    implements Alert {

  public TicketEscalated {
    required(ticketId, "ticketId");
    required(metric, "metric");
    rule(level >= 1, "'level' starts at 1");
    rule(repetition >= 0, "'repetition' starts at 0");
    code(to, "to");
    code(via, "via");
    required(dueAt, "dueAt");
    required(detectedAt, "detectedAt");
    required(evidence, "evidence");
    required(reference, "reference");
    required(priority, "priority");
    required(plan, "plan");
    required(edition, "edition");
  }
}
