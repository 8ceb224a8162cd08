package dev.hourglass.clocks.alert;

import static dev.hourglass.contracts.alert.WithdrawnBecause.CANCELLED;
import static dev.hourglass.contracts.alert.WithdrawnBecause.DEADLINE_MOVED;
import static dev.hourglass.contracts.alert.WithdrawnBecause.STOPPED_IN_TIME;

import dev.hourglass.clocks.clock.Escalation;
import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.clocks.clock.TicketClocks;
import dev.hourglass.clocks.clock.Warning;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.WithdrawnBecause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The difference between what should have been said about a ticket and what was: level-triggered,
 * so that asking twice says nothing twice, and a breach that is not true any more is taken back
 * whatever made it so.
 */
public final class Speaker {

  private final TicketClocks clocks;
  private final Said before;
  private final AlertWriter writer;
  private final SpokenUpTo spoken;
  private final List<Utterance> withdrawals = new ArrayList<>();
  private final List<Utterance> alerts = new ArrayList<>();
  private final List<SaidWarning> warnings;
  private final Map<String, SaidBreach> breaches = new LinkedHashMap<>();
  private final List<SaidEscalation> escalations;
  private boolean noPromise;
  private final List<MissedDeadline> held = new ArrayList<>();

  private Speaker(TicketClocks clocks, Said before, AlertWriter writer, SpokenUpTo spoken) {
    this.spoken = spoken;
    this.clocks = clocks;
    this.before = before;
    this.writer = writer;
    warnings = new ArrayList<>(before.warnings());
    warnings.removeIf(said -> said.clock().isForgottenBy(clocks));
    escalations = new ArrayList<>(before.escalations());
    escalations.removeIf(said -> said.clock().isForgottenBy(clocks));
    before.breaches().stream()
        .filter(breach -> !clocks.forgot(breach.metric(), breach.cycle()))
        .forEach(this::remember);
    noPromise = before.noPromise();
  }

  /**
   * What to say about the ticket; nothing before it was received.
   *
   * @param clocks as of the instant up to which everything has been heard
   * @param detectedAt now, which may be later
   * @param spoken up to when the speakers have spoken; a later breach or level is held
   */
  public static Speech speak(
      TicketClocks clocks, Said before, Instant detectedAt, SpokenUpTo spoken) {
    if (clocks.history().received().isEmpty()) {
      return new Speech(List.of(), before, List.of());
    }
    return new Speaker(clocks, before, new AlertWriter(clocks, detectedAt), spoken).speech();
  }

  /**
   * The breaches that will be all there is to say at an instant to come if no fact comes before;
   * none if there will be anything else to say.
   *
   * @param then the clocks as of that instant
   * @param before what will have been said by then
   */
  public static List<PreparedBreach> prepare(TicketClocks then, Said before) {
    List<PreparedBreach> prepared = new ArrayList<>();
    for (Utterance utterance :
        speak(then, before, then.asOf(), SpokenUpTo.everything()).utterances()) {
      if (!(utterance.alert() instanceof SlaBreached)) {
        return List.of();
      }
      prepared.add(new PreparedBreach(utterance.id(), (SlaBreached) utterance.alert()));
    }
    return prepared;
  }

  private Speech speech() {
    List.copyOf(breaches.values()).stream()
        .filter(SaidBreach::standing)
        .forEach(this::withdrawIfUntrue);
    sayNoPromise();
    clocks.clocks().forEach(this::sayWarnings);
    clocks.clocks().forEach(this::sayBreach);
    clocks.clocks().forEach(this::sayEscalations);
    alerts.sort(Comparator.comparing(Utterance::dueAt));
    withdrawals.addAll(alerts);
    Said said = new Said(noPromise, warnings, List.copyOf(breaches.values()), escalations);
    return new Speech(List.copyOf(withdrawals), said, List.copyOf(held));
  }

  private void withdrawIfUntrue(SaidBreach breach) {
    if (!clocks.asOf().isAfter(breach.deadline())) {
      // Seen from before the deadline, nothing can be known about it: another clock said it.
      return;
    }
    Optional<SlaClock> clock =
        clocks.clocks().stream()
            .filter(c -> c.metric() == breach.metric() && c.cycle() == breach.cycle())
            .findFirst();
    boolean stillTrue =
        clock.flatMap(SlaClock::missed).filter(breach.deadline()::equals).isPresent();
    if (!stillTrue) {
      withdrawals.add(writer.withdrawal(breach, because(clock, breach)));
      remember(breach.withdrawn());
    }
  }

  private static WithdrawnBecause because(Optional<SlaClock> clock, SaidBreach breach) {
    if (clock.isEmpty() || clock.get().status() == ClockStatus.CANCELLED) {
      return CANCELLED;
    }
    return breach.deadline().equals(clock.get().deadline()) ? STOPPED_IN_TIME : DEADLINE_MOVED;
  }

  private void sayNoPromise() {
    Optional<Instant> due = clocks.promiseDueAt();
    if (!noPromise && due.isPresent() && !due.get().isAfter(clocks.asOf())) {
      alerts.add(writer.noPromise(due.get()));
      noPromise = true;
    }
  }

  private void sayWarnings(SlaClock clock) {
    for (Warning warning : clock.warned(clocks.asOf())) {
      if (!before.warned(clock, warning.level())) {
        alerts.add(writer.warning(clock, warning));
        warnings.add(new SaidWarning(SaidClock.of(clock), warning.level()));
      }
    }
  }

  private void sayBreach(SlaClock clock) {
    SaidBreach last = breaches.get(clock.metric() + "/" + clock.cycle());
    if (clock.missed().isEmpty() || (last != null && last.standing())) {
      return;
    }
    Instant deadline = clock.missed().get();
    MissedDeadline missed = new MissedDeadline(clock.metric(), deadline);
    if (!spoken.reaches(missed)) {
      held.add(missed);
      return;
    }
    int revision = last == null ? 0 : last.revision() + 1;
    alerts.add(writer.breach(clock, deadline, revision, spoken));
    remember(new SaidBreach(clock.metric(), clock.cycle(), revision, deadline, true));
  }

  /** Each waits for all speakers: it is never taken back, and nobody is called for nothing. */
  private void sayEscalations(SlaClock clock) {
    for (Escalation escalation : clock.escalated(clocks.asOf())) {
      if (!before.escalated(clock, escalation)) {
        MissedDeadline missed = new MissedDeadline(clock.metric(), escalation.dueAt(), true);
        if (spoken.reaches(missed)) {
          alerts.add(writer.escalation(clock, escalation, spoken.evidenceOn(missed)));
          escalations.add(
              new SaidEscalation(SaidClock.of(clock), escalation.level(), escalation.repetition()));
        } else {
          held.add(missed);
        }
      }
    }
  }

  private void remember(SaidBreach breach) {
    breaches.put(breach.clock(), breach);
  }
}
