package dev.hourglass.notifier.alert;

import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.RiskReason;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.TicketEscalated;
import dev.hourglass.contracts.alert.WithdrawnBecause;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a mail tells it, whatever its kind.
 *
 * @param since when the monitor saw it
 * @param deadline of the clock; missing while nobody knows it
 * @param late how long after it happened it was seen; missing if that was at once
 * @param unsure whether a speaker was silent, so that it may be taken back
 * @param level of the warning or the escalation; missing where there are none
 * @param to whom an escalation names
 * @param because what made a breach untrue
 */
public record AlertNotice(
    UUID id,
    UUID ticketId,
    NoticeKind kind,
    @Nullable Priority priority,
    @Nullable Metric metric,
    String reference,
    @Nullable String account,
    @Nullable Plan plan,
    Instant since,
    @Nullable Instant deadline,
    @Nullable Duration late,
    boolean unsure,
    @Nullable Integer level,
    @Nullable String to,
    @Nullable WithdrawnBecause because) {

  /** What is seen within a second was seen at once. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  /** What a mail tells of an alert. */
  public static AlertNotice of(HeardAlert heard) {
    Alert alert = heard.alert();
    return new AlertNotice(
        heard.id(),
        alert.ticketId(),
        kind(alert),
        heard.traits().priority(),
        alert.metric(),
        alert.reference(),
        alert.account(),
        heard.traits().plan(),
        alert.detectedAt(),
        deadline(alert),
        late(alert),
        evidence(alert) == Evidence.INCOMPLETE,
        heard.traits().level(),
        heard.traits().to(),
        alert instanceof SlaBreachWithdrawn withdrawn ? withdrawn.because() : null);
  }

  /** Whether somebody may take care of it. */
  public boolean isToBeAcknowledged() {
    return kind != NoticeKind.WITHDRAWN;
  }

  private static NoticeKind kind(Alert alert) {
    if (alert instanceof SlaAtRisk risk) {
      return risk.reason() == RiskReason.NO_PROMISE ? NoticeKind.NO_PROMISE : NoticeKind.AT_RISK;
    }
    if (alert instanceof SlaBreachWithdrawn) {
      return NoticeKind.WITHDRAWN;
    }
    return alert instanceof SlaBreached ? NoticeKind.BREACHED : NoticeKind.ESCALATED;
  }

  private static @Nullable Instant deadline(Alert alert) {
    if (alert instanceof SlaAtRisk risk) {
      return risk.deadline();
    }
    if (alert instanceof SlaBreached breach) {
      return breach.deadline();
    }
    return alert instanceof SlaBreachWithdrawn withdrawn
        ? withdrawn.deadline()
        : ((TicketEscalated) alert).deadline();
  }

  private static @Nullable Duration late(Alert alert) {
    long millis = 0;
    if (alert instanceof SlaAtRisk risk) {
      millis = risk.latenessMillis();
    } else if (alert instanceof SlaBreached breach) {
      millis = breach.latenessMillis();
    } else if (alert instanceof TicketEscalated escalated) {
      millis = escalated.latenessMillis();
    }
    Duration late = Duration.ofMillis(millis);
    return late.compareTo(AT_ONCE) > 0 ? Duration.ofSeconds(late.toSeconds()) : null;
  }

  private static Evidence evidence(Alert alert) {
    if (alert instanceof SlaBreached breach) {
      return breach.evidence();
    }
    return alert instanceof TicketEscalated escalated ? escalated.evidence() : Evidence.COMPLETE;
  }
}
