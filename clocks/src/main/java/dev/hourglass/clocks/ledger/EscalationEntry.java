package dev.hourglass.clocks.ledger;

import dev.hourglass.clocks.alert.AlertIds;
import dev.hourglass.clocks.clock.Escalation;
import dev.hourglass.clocks.clock.SlaClock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A level of escalation of a clock.
 *
 * @param repetition 0 at first
 * @param reached whether the clock ran past it and nobody had acknowledged an alert until then
 * @param alert the id of what is said of it; missing if it was not reached
 */
public record EscalationEntry(
    int level,
    int repetition,
    String to,
    String via,
    Instant dueAt,
    boolean reached,
    @Nullable String alert) {

  static EscalationEntry of(UUID ticketId, SlaClock clock, Escalation escalation, Instant end) {
    boolean reached = clock.reaches(escalation, end);
    return new EscalationEntry(
        escalation.level(),
        escalation.repetition(),
        escalation.to(),
        escalation.via(),
        escalation.dueAt(),
        reached,
        reached
            ? AlertIds.escalation(ticketId, clock, escalation.level(), escalation.repetition())
            : null);
  }
}
