package dev.hourglass.contracts.alert;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock passed its deadline without being stopped. Said once per revision to a {@code
 * read_committed} reader.
 *
 * @param revision 0 at first; grows by one each time a breach of this clock is withdrawn
 * @param deadline the instant of the breach
 * @param detectedAt when the monitor saw it
 * @param latenessMillis {@code detectedAt - deadline}
 * @param late whether it was seen more than a second after the deadline, as after an outage
 * @param contractual whether missing it breaks the contract (K9)
 */
public record SlaBreached(
    UUID ticketId,
    Metric metric,
    int cycle,
    int revision,
    Instant deadline,
    Instant detectedAt,
    long latenessMillis,
    boolean late,
    Evidence evidence,
    boolean contractual,
    Duration within,
    String reference,
    @Nullable String account,
    Priority priority,
    Plan plan,
    String edition)
    implements Alert {

  public SlaBreached {
    required(ticketId, "ticketId");
    required(metric, "metric");
    required(deadline, "deadline");
    required(detectedAt, "detectedAt");
    required(evidence, "evidence");
    required(within, "within");
    required(reference, "reference");
    required(priority, "priority");
    required(plan, "plan");
    required(edition, "edition");
  }
}
