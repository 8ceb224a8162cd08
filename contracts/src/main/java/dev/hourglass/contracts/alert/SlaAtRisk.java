package dev.hourglass.contracts.alert;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock reached a warning point, or a ticket has no promise. Never withdrawn, never said twice
 * for a level.
 *
 * @param metric missing where the reason is NO_PROMISE
 * @param level the warning point's level; 0 where the reason is NO_PROMISE
 * @param dueAt the instant of the warning point
 * @param deadline the clock's deadline; missing where the reason is NO_PROMISE
 * @param latenessMillis {@code detectedAt - dueAt}
 */
public record SlaAtRisk(
    UUID ticketId,
    RiskReason reason,
    @Nullable Metric metric,
    int cycle,
    int level,
    Instant dueAt,
    @Nullable Instant deadline,
    Instant detectedAt,
    long latenessMillis,
    String reference,
    @Nullable String account,
    @Nullable Priority priority,
    @Nullable Plan plan,
    @Nullable String edition)
    implements Alert {

  public SlaAtRisk {
    required(ticketId, "ticketId");
    required(reason, "reason");
    required(dueAt, "dueAt");
    required(detectedAt, "detectedAt");
    required(reference, "reference");
  }
}
