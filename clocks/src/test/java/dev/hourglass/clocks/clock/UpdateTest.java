package dev.hourglass.clocks.clock;

import static dev.hourglass.clocks.Ticket.at;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.contracts.promise.Metric.FIRST_REPLY;
import static dev.hourglass.contracts.promise.Metric.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.Visibility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UpdateTest {

  private final Ticket ticket =
      new Ticket().received("09:00").promised("09:00", target(UPDATE, "PT2H"));

  @Test
  void theFirstPeriodBeginsAtReceipt() {
    assertThat(ticket.clock(UPDATE, "09:00").deadline()).isEqualTo(at("11:00"));
    assertThat(ticket.clock(UPDATE, "11:00").missed()).isEmpty();
    assertThat(ticket.clock(UPDATE, "11:00:00.000000001").missed()).contains(at("11:00"));
  }

  @Test
  @DisplayName("R19: each public agent word ends a period and begins the next")
  void eachPublicWordBeginsTheNextPeriod() {
    ticket.replied("09:30").replied("11:30").replied("13:30:00.001");
    assertThat(ticket.clocks(UPDATE, "14:00"))
        .extracting(SlaClock::cycle, SlaClock::startedAt, SlaClock::status)
        .containsExactly(
            tuple(1, at("09:00"), ClockStatus.MET),
            tuple(2, at("09:30"), ClockStatus.MET),
            tuple(3, at("11:30"), ClockStatus.MET_LATE),
            tuple(4, at("13:30:00.001"), ClockStatus.RUNNING));
  }

  @Test
  @DisplayName("R19: neither internal notes nor the requester's words are an update")
  void onlyPublicAgentWordsCount() {
    ticket.replied("09:30", Author.AGENT, Visibility.INTERNAL).asked("09:40");
    assertThat(ticket.clocks(UPDATE, "10:00")).hasSize(1);
    assertThat(ticket.clock(UPDATE, "10:00").open()).isTrue();
  }

  @Test
  @DisplayName("R19: an update that is due does not touch the first reply, and the other way round")
  void metricsAreIndependent() {
    ticket.promised("09:00", target(UPDATE, "PT1H"), target(FIRST_REPLY, "PT4H"));
    assertThat(ticket.clock(FIRST_REPLY, "10:30").deadline()).isEqualTo(at("13:00"));
    assertThat(ticket.clock(FIRST_REPLY, "10:30").missed()).isEmpty();
    assertThat(ticket.clock(UPDATE, "10:30").missed()).contains(at("10:00"));
  }

  @Test
  @DisplayName("R14: a solve stops it, words on a solved ticket start nothing, a reopening does")
  void theSolveStopsItAndTheReopeningBeginsAnew() {
    ticket.replied("09:30").solved("10:00", 1).replied("10:30");
    assertThat(ticket.clocks(UPDATE, "20:00")).hasSize(2);
    assertThat(ticket.clock(UPDATE, 2, "20:00").status()).isEqualTo(ClockStatus.CANCELLED);
    ticket.reopened("12:00", 2);
    assertThat(ticket.clock(UPDATE, 3, "12:10").deadline()).isEqualTo(at("14:00"));
  }

  @Test
  @DisplayName("R20: no update is owed on a ticket that was merged away, whatever comes after")
  void nothingAfterAMerge() {
    ticket.merged("10:00").replied("10:30").reopened("11:00", 2);
    assertThat(ticket.clocks(UPDATE, "20:00")).hasSize(1);
    assertThat(ticket.clock(UPDATE, "20:00").status()).isEqualTo(ClockStatus.CANCELLED);
  }

  @Test
  @DisplayName("R20: an update missed before the cancellation stays missed")
  void whatWasMissedBeforeTheCancellationStaysMissed() {
    ticket.cancelled("11:00:00.001");
    assertThat(ticket.clock(UPDATE, "12:00").missed()).contains(at("11:00"));
  }

  @Test
  @DisplayName("R18: waits for the reasons that its target names, and for no other")
  void pausesByReason() {
    ticket.paused("09:30", PauseReason.WAITING_THIRD_PARTY).resumed("10:00");
    ticket.paused("10:10").resumed("10:40");
    assertThat(ticket.clock(UPDATE, "10:50").deadline()).isEqualTo(at("11:30"));
  }

  @Test
  @DisplayName("R6: a word that pauses in the same step ends its period, and the next one waits")
  void aWordAndAPauseInOneStep() {
    ticket.replied("10:00").paused("10:00");
    assertThat(ticket.clock(UPDATE, 1, "15:00").status()).isEqualTo(ClockStatus.MET);
    assertThat(ticket.clock(UPDATE, 2, "15:00").status()).isEqualTo(ClockStatus.PAUSED);
    ticket.resumed("15:00");
    assertThat(ticket.clock(UPDATE, 2, "15:10").deadline()).isEqualTo(at("17:00"));
  }

  @Test
  @DisplayName("K15: the first period of an improper ticket begins when it is completed")
  void improperTicketsBeginWhenCompleted() {
    Ticket improper = new Ticket().received("09:00", false);
    improper.promised("09:00", target(UPDATE, "PT2H")).replied("09:10");
    assertThat(improper.clocks(UPDATE, "12:00")).isEmpty();
    improper.completed("09:30");
    assertThat(improper.clock(UPDATE, "10:00").deadline()).isEqualTo(at("11:30"));
  }

  @Test
  void aWordHeardOfLateMovesThePeriodsAfterIt() {
    ticket.replied("12:00");
    assertThat(ticket.clock(UPDATE, 1, "12:30").missed()).contains(at("11:00"));
    ticket.replied("10:30");
    assertThat(ticket.clocks(UPDATE, "12:30"))
        .extracting(SlaClock::startedAt, SlaClock::status)
        .containsExactly(
            tuple(at("09:00"), ClockStatus.MET),
            tuple(at("10:30"), ClockStatus.MET),
            tuple(at("12:00"), ClockStatus.RUNNING));
  }
}
