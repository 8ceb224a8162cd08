package dev.hourglass.slamonitor.html;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.slamonitor.ledger.Accord;
import dev.hourglass.slamonitor.ledger.AlertEntry;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alert on the page.
 *
 * @param about which clock and level, in words
 * @param said when the monitor saw it; missing if it was not said
 * @param lateness how much later than due that was
 * @param differs whether what was said and what the facts call for are not the same
 */
public record AlertRow(
    String type,
    String about,
    @Nullable String id,
    @Nullable Moment due,
    @Nullable Moment said,
    @Nullable String lateness,
    @Nullable String evidence,
    String accord,
    boolean differs) {

  static AlertRow of(AlertEntry alert) {
    return new AlertRow(
        alert.type(),
        about(alert),
        alert.id(),
        Moment.orNull(alert.dueAt(), ZoneOffset.UTC),
        Moment.orNull(alert.detectedAt(), ZoneOffset.UTC),
        Optional.ofNullable(alert.latenessMillis())
            .map(millis -> Words.span(Duration.ofMillis(millis)))
            .orElse(null),
        alert.evidence() == null ? null : alert.evidence().toLowerCase(Locale.ROOT),
        words(alert.accord()),
        alert.accord() == Accord.NOT_SAID || alert.accord() == Accord.NOT_DUE);
  }

  private static String about(AlertEntry alert) {
    Metric metric = alert.metric();
    String clock = metric == null ? "the ticket" : Words.clock(metric, alert.cycle());
    return clock + (alert.level() == 0 ? "" : ", level " + alert.level());
  }

  private static String words(Accord accord) {
    return switch (accord) {
      case AGREED -> "as the facts call for it";
      case NOT_SAID -> "called for by the facts, and not said";
      case NOT_DUE -> "said, and not called for by these facts";
      case TAKEN_BACK -> "said, and taken back";
      case NOT_COMPARED -> "said";
    };
  }
}
