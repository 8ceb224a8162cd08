package dev.hourglass.slamonitor.ledger;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it was published, whatever its type: a new one is kept as well.
 *
 * @param id of its event, the same however often it is read
 * @param type the name of the alert
 * @param metric missing where it is about no clock
 * @param level of the warning or escalation; 0 for a breach
 * @param dueAt the instant that it is about (UTC)
 * @param detectedAt when the monitor saw it, by its own clock (UTC)
 * @param latenessMillis how much later than due that was, if it says so
 * @param evidence on what evidence it was said, if it says so
 * @param takesBack the id of the alert that it takes back, if it takes one back
 * @param document the CloudEvents document
 */
public record SaidAlert(
    UUID ticketId,
    String id,
    String type,
    @Nullable Metric metric,
    int cycle,
    int level,
    @Nullable Instant dueAt,
    Instant detectedAt,
    @Nullable Long latenessMillis,
    @Nullable String evidence,
    @Nullable String takesBack,
    String document) {

  public SaidAlert {
    required(ticketId, "ticketId");
    required(id, "id");
    required(type, "type");
    required(detectedAt, "detectedAt");
    required(document, "document");
  }

  /** Whether it is about something that was due by then, or was said by then if that is open. */
  boolean isAbout(Instant at) {
    return !(dueAt == null ? detectedAt : dueAt).isAfter(at);
  }
}
