package dev.hourglass.clocks.alert;

import static dev.hourglass.clocks.Ticket.at;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.contracts.promise.Metric.FIRST_REPLY;
import static dev.hourglass.contracts.promise.Metric.RESTORATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.clock.TicketClocks;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.RiskReason;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.WithdrawnBecause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SpeakerTest {

  private final Ticket ticket =
      new Ticket().received("09:00").promised("09:00", target(FIRST_REPLY, "PT1H"));
  private Said said = Said.nothing();

  @Test
  @DisplayName("R10: each level is said once a cycle, then the breach once, in order of time")
  void saysEachOnce() {
    assertThat(speak("09:29:59.999")).isEmpty();
    List<Alert> alerts = speak("10:00:01");
    assertThat(alerts).hasSize(3);
    assertThat(((SlaAtRisk) alerts.get(0)).level()).isEqualTo(1);
    assertThat(((SlaAtRisk) alerts.get(1)).level()).isEqualTo(2);
    assertThat(((SlaBreached) alerts.get(2)).deadline()).isEqualTo(at("10:00"));
    assertThat(speak("10:00:01")).isEmpty();
    assertThat(speak("23:00")).isEmpty();
  }

  @Test
  @DisplayName("R13: a breach is late from more than a second on")
  void late() {
    assertThat(breach("10:00:01").late()).isFalse();
    said = Said.nothing();
    assertThat(breach("10:00:01.001").late()).isTrue();
  }

  @Test
  void aStopHeardOfLateWithdrawsTheBreach() {
    speak("10:00:01");
    ticket.replied("09:59");
    assertThat(withdrawal("10:05").because()).isEqualTo(WithdrawnBecause.STOPPED_IN_TIME);
    assertThat(speak("10:06")).isEmpty();
  }

  @Test
  void aPauseHeardOfLateMovesTheDeadlineAndTheNextBreachIsAnotherRevision() {
    String first = utterances("10:00:01").get(2).id();
    ticket.paused("09:10").resumed("09:20");
    assertThat(withdrawal("10:05").because()).isEqualTo(WithdrawnBecause.DEADLINE_MOVED);
    List<Utterance> again = utterances("10:10:01");
    assertThat(again).singleElement();
    SlaBreached second = (SlaBreached) again.get(0).alert();
    assertThat(second.revision()).isEqualTo(1);
    assertThat(second.deadline()).isEqualTo(at("10:10"));
    assertThat(again.get(0).id()).isNotEqualTo(first);
  }

  @Test
  void aDeadlineThatMovedAndIsPastAllTheSameIsWithdrawnAndSaidAnew() {
    speak("10:00:01");
    ticket.paused("09:10").resumed("09:20");
    List<Alert> alerts = speak("12:00");
    assertThat(alerts).hasSize(2);
    assertThat(alerts.get(0)).isInstanceOf(SlaBreachWithdrawn.class);
    assertThat(((SlaBreached) alerts.get(1)).deadline()).isEqualTo(at("10:10"));
  }

  @Test
  @DisplayName("R20: a merge heard of late withdraws the breach")
  void aMergeHeardOfLateWithdraws() {
    speak("10:00:01");
    ticket.merged("09:50");
    assertThat(withdrawal("10:05").because()).isEqualTo(WithdrawnBecause.CANCELLED);
  }

  @Test
  void aLookFromBeforeTheDeadlineTakesNothingBack() {
    speak("10:00:01");
    assertThat(speak("09:59:59")).isEmpty();
    assertThat(speak("10:00:01")).isEmpty();
  }

  @Test
  void latenessCountsFromTheDeadlineToWhenItIsDetected() {
    Speech speech =
        Speaker.speak(ticket.clocks("10:00:01"), said, at("10:00:05"), SpokenUpTo.everything());
    SlaBreached breach = (SlaBreached) speech.utterances().get(2).alert();
    assertThat(breach.latenessMillis()).isEqualTo(5_000);
    assertThat(breach.detectedAt()).isEqualTo(at("10:00:05"));
  }

  @Test
  void aReplyAfterTheDeadlineLeavesTheBreach() {
    speak("10:00:01");
    ticket.replied("10:30");
    assertThat(speak("10:31")).isEmpty();
  }

  @Test
  void aBreachThatWasStoppedLateBeforeAnybodySawItIsSaidAllTheSame() {
    ticket.replied("10:30");
    assertThat(speak("10:31")).singleElement().isInstanceOf(SlaBreached.class);
  }

  @Test
  void aWarningIsNotSaidAgainUnderANewPromise() {
    speak("09:31");
    ticket.promised("09:32", target(FIRST_REPLY, "PT2H"));
    assertThat(speak("10:30")).isEmpty();
    assertThat(speak("10:45")).singleElement();
  }

  @Test
  void aMissingPromiseIsSaidOnceAndNeverAgain() {
    Ticket alone = new Ticket().received("09:00");
    Speech none =
        Speaker.speak(
            alone.clocks("09:00:59.999"), said, at("09:00:59.999"), SpokenUpTo.everything());
    assertThat(none.utterances()).isEmpty();
    Speech one = Speaker.speak(alone.clocks("09:01"), said, at("09:01"), SpokenUpTo.everything());
    SlaAtRisk alert = (SlaAtRisk) one.utterances().get(0).alert();
    assertThat(alert.reason()).isEqualTo(RiskReason.NO_PROMISE);
    Speech again =
        Speaker.speak(alone.clocks("10:00"), one.said(), at("10:00"), SpokenUpTo.everything());
    assertThat(again.utterances()).isEmpty();
  }

  @Test
  @DisplayName("R11: the same alert has the same id whoever says it and when")
  void theSameAlertHasTheSameIdWhoeverSaysItAndWhen() {
    String first = utterances("10:00:01").get(2).id();
    said = Said.nothing();
    assertThat(utterances("18:00").get(2).id()).isEqualTo(first);
    assertThat(AlertIds.breach(Ticket.ID, FIRST_REPLY, 1, 0)).isEqualTo(first);
    assertThat(AlertIds.breach(Ticket.ID, RESTORATION, 1, 0)).isNotEqualTo(first);
    assertThat(AlertIds.withdrawal(Ticket.ID, FIRST_REPLY, 1, 0)).isNotEqualTo(first);
  }

  @Test
  @DisplayName("R15: what is due an hour after Friday at 16:30 is breached on Monday after 9:30")
  void aBreachWaitsForTheWorkingHours() {
    Ticket friday = new Ticket().received("2026-11-27T16:30");
    friday.promised("2026-11-27T16:30", target(FIRST_REPLY, "PT1H", Ticket.OFFICE));
    Instant due = at("2026-11-30T09:30");
    for (Instant now = at("2026-11-27T16:31"); !now.isAfter(due); now = now.plusSeconds(60)) {
      assertThat(breaches(friday, now)).as("%s", now).isEmpty();
    }
    assertThat(breaches(friday, due.plusMillis(1)))
        .singleElement()
        .satisfies(breach -> assertThat(breach.deadline()).isEqualTo(due));
  }

  private static List<SlaBreached> breaches(Ticket ticket, Instant now) {
    TicketClocks clocks = Ticket.clocks(ticket.facts(), now);
    return Speaker.speak(clocks, Said.nothing(), now, SpokenUpTo.everything()).utterances().stream()
        .map(Utterance::alert)
        .filter(SlaBreached.class::isInstance)
        .map(SlaBreached.class::cast)
        .toList();
  }

  private SlaBreached breach(String now) {
    List<Alert> alerts = speak(now);
    return (SlaBreached) alerts.get(alerts.size() - 1);
  }

  private SlaBreachWithdrawn withdrawal(String now) {
    List<Alert> alerts = speak(now);
    assertThat(alerts).singleElement();
    return (SlaBreachWithdrawn) alerts.get(0);
  }

  private List<Alert> speak(String now) {
    return utterances(now).stream().map(Utterance::alert).toList();
  }

  private List<Utterance> utterances(String now) {
    Speech speech = Speaker.speak(ticket.clocks(now), said, at(now), SpokenUpTo.everything());
    said = speech.said();
    return speech.utterances();
  }
}
