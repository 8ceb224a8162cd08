package dev.hourglass.slamonitor.ledger;

import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert in the ledger: as it was published, beside what the facts call for.
 *
 * @param type the name of the alert
 * @param dueAt the instant that it is about (UTC)
 * @param id of its event; missing if it was not said, as is all that follows
 * @param detectedAt when the monitor saw it (UTC)
 */
public record AlertEntry(
    String type,
    @Nullable Metric metric,
    int cycle,
    int level,
    @Nullable Instant dueAt,
    Accord accord,
    @Nullable String id,
    @Nullable Instant detectedAt,
    @Nullable Long latenessMillis,
    @Nullable String evidence) {

  static AlertEntry said(SaidAlert alert, Accord accord) {
    return new AlertEntry(
        alert.type(),
        alert.metric(),
        alert.cycle(),
        alert.level(),
        alert.dueAt(),
        accord,
        alert.id(),
        alert.detectedAt(),
        alert.latenessMillis(),
        alert.evidence());
  }

  static AlertEntry notSaid(DueAlert due) {
    return new AlertEntry(
        due.type(),
        due.metric(),
        due.cycle(),
        due.level(),
        due.dueAt(),
        Accord.NOT_SAID,
        null,
        null,
        null,
        null);
  }
}
