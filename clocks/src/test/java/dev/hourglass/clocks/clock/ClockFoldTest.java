package dev.hourglass.clocks.clock;

import static dev.hourglass.clocks.Ticket.OFFICE;
import static dev.hourglass.clocks.Ticket.at;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.contracts.promise.Metric.CONFIRMATION;
import static dev.hourglass.contracts.promise.Metric.FIRST_REPLY;
import static dev.hourglass.contracts.promise.Metric.RESOLUTION;
import static dev.hourglass.contracts.promise.Metric.RESTORATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClockFoldTest {

  private final Ticket ticket = new Ticket().received("09:00");
  private final UUID delivery = UUID.randomUUID();

  @Test
  void runsAtRiskFromTheWarningPointAndBreachesAfterTheDeadline() {
    ticket.promised("09:00:01", target(FIRST_REPLY, "PT2H"));
    assertThat(ticket.clock(FIRST_REPLY, "09:59:59.999").status()).isEqualTo(ClockStatus.RUNNING);
    assertThat(ticket.clock(FIRST_REPLY, "10:00").status()).isEqualTo(ClockStatus.AT_RISK);
    assertThat(ticket.clock(FIRST_REPLY, "11:00").status()).isEqualTo(ClockStatus.AT_RISK);
    assertThat(ticket.clock(FIRST_REPLY, "11:00").missed()).isEmpty();
    assertThat(ticket.clock(FIRST_REPLY, "11:00:00.000000001").missed()).contains(at("11:00"));
  }

  @Test
  void aStopAtTheVeryDeadlineIsInTimeAndAMillisecondLaterIsNot() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H")).replied("10:00");
    assertThat(ticket.clock(FIRST_REPLY, "12:00").status()).isEqualTo(ClockStatus.MET);

    Ticket late = new Ticket().received("09:00").promised("09:00", target(FIRST_REPLY, "PT1H"));
    late.replied("10:00:00.001");
    assertThat(late.clock(FIRST_REPLY, "12:00").status()).isEqualTo(ClockStatus.MET_LATE);
    assertThat(late.clock(FIRST_REPLY, "12:00").missed()).contains(at("10:00"));
  }

  @Test
  @DisplayName("S47: a promise made late counts from received")
  void aLatePromiseCountsFromReceived() {
    ticket.promised("12:00", target(FIRST_REPLY, "PT1H"));
    assertThat(ticket.clock(FIRST_REPLY, "12:00").missed()).contains(at("10:00"));
  }

  @Test
  @DisplayName("S48: the confirmation clock ends when the notice is received, until it bounces")
  void aBounceTakesTheDeliveryBack() {
    ticket.promised("09:00", target(CONFIRMATION, "PT1H")).confirmed("09:05", delivery);
    assertThat(ticket.clock(CONFIRMATION, "09:06").status()).isEqualTo(ClockStatus.MET);
    ticket.bounced("09:10", UUID.randomUUID());
    assertThat(ticket.clock(CONFIRMATION, "09:11").status()).isEqualTo(ClockStatus.MET);
    ticket.bounced("09:20", delivery);
    assertThat(ticket.clock(CONFIRMATION, "09:21").status()).isEqualTo(ClockStatus.RUNNING);
    ticket.confirmed("09:30", delivery);
    assertThat(ticket.clock(CONFIRMATION, "09:31").endedAt()).isEqualTo(at("09:30"));
  }

  @Test
  @DisplayName("R1: a priority change keeps the pauses: received, target and two hours of pause")
  void priorityChangeKeepsThePauses() {
    ticket.promised("09:00", target(RESTORATION, "PT24H")).paused("10:00").resumed("12:00");
    ticket.promised("12:30", target(RESTORATION, "PT4H"));
    assertThat(ticket.clock(RESTORATION, "12:30").deadline()).isEqualTo(at("15:00"));
  }

  @Test
  @DisplayName("R1: the deadline is the same whether the priority changes before or after a pause")
  void priorityAndPauseCommute() {
    for (int minutes = 0; minutes < 4 * 60; minutes++) {
      String change = LocalTime.of(9, 0).plusMinutes(minutes).toString();
      Ticket changed = new Ticket().received("09:00");
      changed.promised("09:00", target(RESTORATION, "PT24H")).paused("10:00").resumed("12:00");
      changed.promised(change, target(RESTORATION, "PT4H"));
      assertThat(changed.clock(RESTORATION, "13:00").deadline()).as(change).isEqualTo(at("15:00"));
    }
  }

  @Test
  void aNewPromiseThatIsAlreadyPastIsMissedWhenItIsMade() {
    ticket.promised("09:00", target(RESTORATION, "PT8H"));
    ticket.promised("12:00", target(RESTORATION, "PT1H"));
    assertThat(ticket.clock(RESTORATION, "13:00").missed()).contains(at("12:00"));
  }

  @Test
  void whatWasMissedBeforeTheNewPromiseStaysMissedThen() {
    ticket.promised("09:00", target(RESTORATION, "PT2H"));
    ticket.promised("12:00", target(RESTORATION, "PT1H"));
    assertThat(ticket.clock(RESTORATION, "13:00").missed()).contains(at("11:00"));
  }

  @Test
  @DisplayName("R21: what was kept before a new promise stays kept under it")
  void aStopBeforeTheNewPromiseIsNotMadeLateByIt() {
    ticket.promised("09:00", target(RESTORATION, "PT8H")).restored("11:00");
    ticket.promised("12:00", target(RESTORATION, "PT1H"));
    assertThat(ticket.clock(RESTORATION, "13:00").status()).isEqualTo(ClockStatus.MET);
  }

  @Test
  void aLongerPromiseMakesABreachUntrue() {
    ticket.promised("09:00", target(RESTORATION, "PT1H"));
    ticket.promised("12:00", target(RESTORATION, "PT8H"));
    assertThat(ticket.clock(RESTORATION, "13:00").missed()).isEmpty();
    assertThat(ticket.clock(RESTORATION, "13:00").deadline()).isEqualTo(at("17:00"));
  }

  @Test
  void theLatestPromiseIsTheLastMadeNotTheLastHeard() {
    ticket.promised("12:00", 2, target(RESTORATION, "PT8H"));
    ticket.promised("09:00", 1, target(RESTORATION, "PT1H"));
    assertThat(ticket.clock(RESTORATION, "13:00").deadline()).isEqualTo(at("17:00"));
  }

  @Test
  @DisplayName("R20: a promise without the target cancels its clock")
  void aPromiseWithoutTheTargetCancelsItsClock() {
    ticket.promised("09:00", target(RESTORATION, "PT1H"), target(FIRST_REPLY, "PT1H"));
    ticket.promised("12:00", target(FIRST_REPLY, "PT8H"));
    assertThat(ticket.clock(RESTORATION, "13:00").status()).isEqualTo(ClockStatus.CANCELLED);
    assertThat(ticket.clock(RESTORATION, "13:00").endedAt()).isEqualTo(at("12:00"));
  }

  @Test
  @DisplayName("R2: solving while paused closes the pause first")
  void solvingWhilePausedClosesThePause() {
    ticket.promised("09:00", target(RESTORATION, "PT2H")).paused("10:00").solved("18:00", 1);
    SlaClock clock = ticket.clock(RESTORATION, "18:01");
    assertThat(clock.status()).isEqualTo(ClockStatus.MET);
    assertThat(clock.deadline()).isEqualTo(at("19:00"));
  }

  @Test
  @DisplayName("R18, S50: a pause stops only the clocks whose target names its reason")
  void aPauseForAnotherReasonStopsNothing() {
    ticket.promised("09:00", target(RESTORATION, "PT2H"));
    ticket.paused("09:30", PauseReason.WAITING_THIRD_PARTY);
    assertThat(ticket.clock(RESTORATION, "10:30").status()).isEqualTo(ClockStatus.AT_RISK);
    assertThat(ticket.clock(RESTORATION, "11:01").status()).isEqualTo(ClockStatus.BREACHED);
  }

  @Test
  void aPausedClockHasTimeLeftAndNoDeadline() {
    ticket.promised("09:00", target(RESTORATION, "PT2H")).paused("09:30");
    SlaClock clock = ticket.clock(RESTORATION, "15:00");
    assertThat(clock.status()).isEqualTo(ClockStatus.PAUSED);
    assertThat(clock.deadline()).isNull();
    assertThat(clock.remaining()).isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  @DisplayName("R5: no breach in a pause, but one missed before it stays")
  void noBreachInsideAPause() {
    ticket.promised("09:00", target(RESTORATION, "PT1H")).paused("10:00");
    assertThat(ticket.clock(RESTORATION, "12:00").missed()).isEmpty();
    ticket.resumed("13:00");
    assertThat(ticket.clock(RESTORATION, "12:00").missed()).isEmpty();
    assertThat(ticket.clock(RESTORATION, "13:01").missed()).contains(at("13:00"));

    Ticket before = new Ticket().received("09:00").promised("09:00", target(RESTORATION, "PT1H"));
    before.paused("10:00:00.001");
    assertThat(before.clock(RESTORATION, "12:00").missed()).contains(at("10:00"));
  }

  @Test
  @DisplayName("R5: a new promise that is past while the clock is paused breaches after the pause")
  void aNewPromiseInsideAPauseWaitsForItsEnd() {
    ticket.promised("08:59", target(RESTORATION, "PT8H")).paused("10:30");
    ticket.promised("11:00", target(RESTORATION, "PT1H"));
    assertThat(ticket.clock(RESTORATION, "11:30").status()).isEqualTo(ClockStatus.PAUSED);
    ticket.resumed("12:00");
    assertThat(ticket.clock(RESTORATION, "12:01").missed()).contains(at("12:00"));
  }

  @Test
  @DisplayName("R6: reply and pause in one step are applied reply first")
  void replyAndPauseInOneStep() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H")).replied("09:30").paused("09:30");
    assertThat(ticket.clock(FIRST_REPLY, "12:00").status()).isEqualTo(ClockStatus.MET);
    assertThat(ticket.clock(FIRST_REPLY, "12:00").endedAt()).isEqualTo(at("09:30"));
  }

  @Test
  @DisplayName("R9: warnings count through the calendar of the target")
  void warningsCountThroughTheCalendar() {
    ticket.promised("09:00", target(RESTORATION, "PT9H", OFFICE));
    SlaClock clock = ticket.clock(RESTORATION, "09:00");
    Instant tuesday = at("09:00").plus(Duration.ofDays(1));
    assertThat(clock.deadline()).isEqualTo(tuesday.plus(Duration.ofHours(1)));
    assertThat(clock.warnings())
        .containsExactly(
            new Warning(1, at("13:30")), new Warning(2, tuesday.plus(Duration.ofMinutes(45))));
  }

  @Test
  @DisplayName("R14: a solve stops the clocks that nobody waits for any more")
  void aSolveStopsTheClocks() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H"), target(RESTORATION, "PT1H"));
    ticket.solved("09:30", 1);
    assertThat(ticket.clock(RESTORATION, "12:00").status()).isEqualTo(ClockStatus.MET);
    assertThat(ticket.clock(FIRST_REPLY, "12:00").status()).isEqualTo(ClockStatus.CANCELLED);
  }

  @Test
  @DisplayName("R19: neither internal notes nor the requester's words are a first reply")
  void onlyPublicAgentRepliesCount() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H"));
    ticket.replied("09:10", Author.AGENT, Visibility.INTERNAL);
    ticket.replied("09:20", Author.REQUESTER, Visibility.PUBLIC);
    assertThat(ticket.clock(FIRST_REPLY, "09:30").open()).isTrue();
  }

  @Test
  @DisplayName("R20: cancelling or merging cancels what runs and leaves what was missed")
  void cancelAndMerge() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H"), target(RESTORATION, "PT4H"));
    ticket.merged("11:00");
    assertThat(ticket.clock(RESTORATION, "20:00").status()).isEqualTo(ClockStatus.CANCELLED);
    assertThat(ticket.clock(FIRST_REPLY, "20:00").status()).isEqualTo(ClockStatus.BREACHED);
    assertThat(ticket.clock(FIRST_REPLY, "20:00").open()).isFalse();

    Ticket other = new Ticket().received("09:00").promised("09:00", target(FIRST_REPLY, "PT1H"));
    other.cancelled("10:00");
    assertThat(other.clock(FIRST_REPLY, "20:00").status()).isEqualTo(ClockStatus.CANCELLED);
  }

  @Test
  @DisplayName("K15: the clocks of an improper ticket start when it is completed")
  void improperTicketsStartWhenCompleted() {
    Ticket improper = new Ticket().received("09:00", false);
    improper.promised("09:00", target(FIRST_REPLY, "PT1H")).replied("09:10");
    assertThat(improper.clocks("12:00").clocks()).isEmpty();
    assertThat(improper.clocks("12:00").promiseDueAt()).isEmpty();
    improper.completed("11:30");
    assertThat(improper.clock(FIRST_REPLY, "12:00").deadline()).isEqualTo(at("12:30"));
    assertThat(improper.clock(FIRST_REPLY, "12:00").open()).isTrue();
  }

  @Test
  @DisplayName("A reopening starts a cycle of the resolution and leaves the restoration closed")
  void reopening() {
    ticket.promised("09:00", target(RESOLUTION, "PT4H"), target(RESTORATION, "PT4H"));
    ticket.solved("10:00", 1).reopened("12:00", 2);
    assertThat(ticket.clock(RESOLUTION, 1, "12:30").status()).isEqualTo(ClockStatus.MET);
    assertThat(ticket.clock(RESOLUTION, 2, "12:30").deadline()).isEqualTo(at("16:00"));
    assertThat(ticket.clock(RESTORATION, "12:30").status()).isEqualTo(ClockStatus.MET);
    ticket.solved("13:00", 2);
    assertThat(ticket.clock(RESOLUTION, 2, "13:30").status()).isEqualTo(ClockStatus.MET);
  }

  @Test
  void aFactFromTheFutureHappenedWhenItWasHeard() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H")).repliedBut("11:00", "09:30");
    assertThat(ticket.clock(FIRST_REPLY, "09:31").endedAt()).isEqualTo(at("09:30"));
    assertThat(ticket.history().doubted()).isEqualTo(1);

    Ticket skewed = new Ticket().received("09:00").promised("09:00", target(FIRST_REPLY, "PT1H"));
    skewed.repliedBut("09:30:02", "09:30");
    assertThat(skewed.clock(FIRST_REPLY, "09:31").endedAt()).isEqualTo(at("09:30:02"));
    assertThat(skewed.history().doubted()).isZero();
  }

  @Test
  void aSpeakerWhoseClockWasSetBackALittleKeepsItsOrder() {
    ticket.promised("09:00", target(RESTORATION, "PT2H"));
    ticket.paused("09:30:01").resumed("09:30:00");
    assertThat(ticket.clock(RESTORATION, "09:40").status()).isEqualTo(ClockStatus.RUNNING);
  }

  @Test
  void aTicketWithoutAPromiseIsDueAfterAMinute() {
    assertThat(ticket.clocks("09:00:30").promiseDueAt()).contains(at("09:01"));
    assertThat(ticket.clocks("09:00:30").nextDue()).contains(at("09:01"));
    ticket.promised("09:00:40", target(FIRST_REPLY, "PT1H"));
    assertThat(ticket.clocks("09:00:50").promiseDueAt()).isEmpty();
    assertThat(ticket.clocks("09:00:50").nextDue()).contains(at("09:30"));
  }

  @Test
  void calendarsThatNobodyKnowsAreNamed() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H", "unknown"));
    assertThat(ClockFold.missing(ticket.history(), Ticket.calendars()))
        .containsExactly(new CalendarName("2021", "unknown"));
  }
}
