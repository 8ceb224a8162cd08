package dev.hourglass.clocks.alert;

import dev.hourglass.clocks.clock.Escalation;
import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.clocks.clock.TicketClocks;
import dev.hourglass.clocks.clock.Warning;
import dev.hourglass.clocks.history.PromiseMade;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.RiskReason;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.TicketEscalated;
import dev.hourglass.contracts.alert.WithdrawnBecause;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Words the alerts about one ticket. */
final class AlertWriter {

  private final TicketReceived ticket;
  private final TicketPrioritized promise;
  private final Instant now;

  AlertWriter(TicketClocks clocks, Instant detectedAt) {
    this.ticket = clocks.history().received().orElseThrow();
    this.promise = clocks.history().latestPromise().map(PromiseMade::fact).orElse(null);
    this.now = detectedAt;
  }

  Utterance noPromise(Instant dueAt) {
    return new Utterance(
        AlertIds.noPromise(ticketId()),
        dueAt,
        new SlaAtRisk(
            ticketId(),
            RiskReason.NO_PROMISE,
            null,
            1,
            0,
            dueAt,
            null,
            now,
            lateness(dueAt),
            ticket.reference(),
            ticket.account(),
            null,
            null,
            null));
  }

  Utterance warning(SlaClock clock, Warning warning) {
    return new Utterance(
        AlertIds.warning(ticketId(), clock, warning.level()),
        warning.dueAt(),
        new SlaAtRisk(
            ticketId(),
            RiskReason.WARNING_POINT,
            clock.metric(),
            clock.cycle(),
            warning.level(),
            warning.dueAt(),
            clock.deadline(),
            now,
            lateness(warning.dueAt()),
            ticket.reference(),
            ticket.account(),
            promise.priority(),
            promise.basis().plan(),
            promise.promise().edition()));
  }

  Utterance breach(SlaClock clock, Instant deadline, int revision, SpokenUpTo spoken) {
    PreparedBreach breach = breach(clock, deadline, revision);
    return new Utterance(breach.id(), deadline, breach.detectedAt(now, spoken));
  }

  private PreparedBreach breach(SlaClock clock, Instant deadline, int revision) {
    return new PreparedBreach(
        AlertIds.breach(ticketId(), clock.metric(), clock.cycle(), revision),
        new SlaBreached(
            ticketId(),
            clock.metric(),
            clock.cycle(),
            revision,
            deadline,
            deadline,
            0,
            false,
            Evidence.COMPLETE,
            clock.target().contractual(),
            clock.target().within(),
            ticket.reference(),
            ticket.account(),
            promise.priority(),
            promise.basis().plan(),
            promise.promise().edition()));
  }

  Utterance escalation(SlaClock clock, Escalation escalation, Evidence evidence) {
    return new Utterance(
        AlertIds.escalation(ticketId(), clock, escalation.level(), escalation.repetition()),
        escalation.dueAt(),
        new TicketEscalated(
            ticketId(),
            clock.metric(),
            clock.cycle(),
            escalation.level(),
            escalation.repetition(),
            escalation.to(),
            escalation.via(),
            escalation.dueAt(),
            clock.deadline(),
            now,
            lateness(escalation.dueAt()),
            evidence,
            ticket.reference(),
            ticket.account(),
            promise.priority(),
            promise.basis().plan(),
            promise.promise().edition()));
  }

  Utterance withdrawal(SaidBreach breach, WithdrawnBecause because) {
    return new Utterance(
        AlertIds.withdrawal(ticketId(), breach.metric(), breach.cycle(), breach.revision()),
        breach.deadline(),
        new SlaBreachWithdrawn(
            ticketId(),
            breach.metric(),
            breach.cycle(),
            breach.revision(),
            AlertIds.breach(ticketId(), breach.metric(), breach.cycle(), breach.revision()),
            breach.deadline(),
            now,
            because,
            ticket.reference(),
            ticket.account()));
  }

  private UUID ticketId() {
    return ticket.ticketId();
  }

  private long lateness(Instant dueAt) {
    return Duration.between(dueAt, now).toMillis();
  }
}
