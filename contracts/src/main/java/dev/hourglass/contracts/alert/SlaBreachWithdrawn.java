package dev.hourglass.contracts.alert;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A breach that was said turned out to be untrue: a fact heard of late changed what happened.
 *
 * @param breachId the event id of the breach taken back
 * @param deadline the deadline that the breach named
 */
public record SlaBreachWithdrawn(
    UUID ticketId,
    Metric metric,
    int cycle,
    int revision,
    String breachId,
    Instant deadline,
    Instant detectedAt,
    WithdrawnBecause because,
    String reference,
    @Nullable String account)
    implements Alert {

  public SlaBreachWithdrawn {
    required(ticketId, "ticketId");
    required(metric, "metric");
    required(breachId, "breachId");
    required(deadline, "deadline");
    required(detectedAt, "detectedAt");
    required(because, "because");
    required(reference, "reference");
  }
}
