package dev.hourglass.replay.incident;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.Channel;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One update of one incident.
 *
 * @param number of the incident
 * @param modification how many updates came before
 * @param openedAt when the incident was received (UTC)
 * @param updatedAt when this update was made (UTC)
 * @param made the log's verdict, which only the closing row holds; missing where it does not say
 */
public record IncidentRow(
    String number,
    IncidentState state,
    long modification,
    Priority priority,
    Channel channel,
    Instant openedAt,
    Instant updatedAt,
    @Nullable Boolean made) {

  /** Minutes hold several updates; they were counted. */
  static final Comparator<IncidentRow> IN_ORDER =
      Comparator.comparing(IncidentRow::updatedAt)
          .thenComparingLong(IncidentRow::modification)
          .thenComparing(IncidentRow::state)
          .thenComparing(IncidentRow::priority);

  public IncidentRow {
    required(number, "number");
    required(state, "state");
    required(priority, "priority");
    required(channel, "channel");
    required(openedAt, "openedAt");
    required(updatedAt, "updatedAt");
  }
}
