package dev.hourglass.clocks.clock;

import static dev.hourglass.clocks.Ticket.at;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.contracts.promise.Metric.FIRST_REPLY;
import static dev.hourglass.contracts.promise.Metric.RESOLUTION;
import static dev.hourglass.contracts.promise.Metric.RESTORATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.contracts.alert.ClockStatus;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeadlineSetByHandTest {

  private final Ticket ticket = new Ticket().received("09:00");

  @Test
  void aDeadlineSetByHandHoldsAndIsMovedByLaterPausesOnly() {
    ticket.promised("09:00", target(RESTORATION, "PT8H")).paused("09:30").resumed("10:00");
    ticket.overridden("10:30", RESTORATION, "12:00");
    assertThat(ticket.clock(RESTORATION, "11:00").deadline()).isEqualTo(at("12:00"));
    ticket.promised("11:00", target(RESTORATION, "PT24H"));
    assertThat(ticket.clock(RESTORATION, "11:00").deadline()).isEqualTo(at("12:00"));
    ticket.paused("11:10").resumed("11:20");
    assertThat(ticket.clock(RESTORATION, "11:30").deadline()).isEqualTo(at("12:10"));
  }

  @Test
  void aDeadlineSetInThePastIsMissedWhenItIsSet() {
    ticket.promised("09:00", target(RESTORATION, "PT8H"));
    ticket.overridden("11:00", RESTORATION, "10:00");
    assertThat(ticket.clock(RESTORATION, "12:00").missed()).contains(at("11:00"));
  }

  @Test
  void bothSidesOfADeadlineSetByHand() {
    ticket.promised("09:00", target(RESTORATION, "PT1H")).overridden("09:30", RESTORATION, "12:00");
    assertThat(ticket.clock(RESTORATION, "12:00").missed()).isEmpty();
    assertThat(ticket.clock(RESTORATION, "12:00:00.000000001").missed()).contains(at("12:00"));
  }

  @Test
  @DisplayName("R21: a later deadline makes the breach of the earlier one untrue")
  void aLaterDeadlineMakesABreachUntrue() {
    ticket.promised("09:00", target(RESTORATION, "PT1H"));
    assertThat(ticket.clock(RESTORATION, "10:30").missed()).contains(at("10:00"));
    ticket.overridden("10:30", RESTORATION, "14:00");
    assertThat(ticket.clock(RESTORATION, "11:00").missed()).isEmpty();
  }

  @Test
  void theLastOneSetCountsNotTheLastOneHeard() {
    ticket.promised("09:00", target(RESTORATION, "PT8H"));
    ticket.overridden("10:00", RESTORATION, "12:00").overridden("10:30", RESTORATION, "15:00");
    Collections.reverse(ticket.facts());
    assertThat(ticket.clock(RESTORATION, "11:00").deadline()).isEqualTo(at("15:00"));
  }

  @Test
  @DisplayName("R19: it is the deadline of one clock, and of one cycle")
  void itIsTheDeadlineOfOneClock() {
    ticket.promised(
        "09:00",
        target(RESTORATION, "PT8H"),
        target(FIRST_REPLY, "PT4H"),
        target(RESOLUTION, "PT8H"));
    ticket.solved("09:30", 1).reopened("10:00", 2).overridden("10:05", RESOLUTION, 2, "11:00");
    assertThat(ticket.clock(RESOLUTION, 2, "10:30").deadline()).isEqualTo(at("11:00"));
    assertThat(ticket.clock(RESOLUTION, 1, "10:30").deadline()).isEqualTo(at("17:00"));
    assertThat(ticket.clock(RESTORATION, "10:30").deadline()).isEqualTo(at("17:00"));
    assertThat(ticket.clock(FIRST_REPLY, "10:30").deadline()).isEqualTo(at("13:00"));
  }

  @Test
  @DisplayName(
      "R5: set while the clock waits, it is due after the wait, with as much time as it had")
  void setWhileTheClockWaits() {
    ticket.promised("09:00", target(RESTORATION, "PT8H")).paused("10:00");
    ticket.overridden("10:30", RESTORATION, "12:00");
    assertThat(ticket.clock(RESTORATION, "11:00").status()).isEqualTo(ClockStatus.PAUSED);
    ticket.resumed("13:00");
    assertThat(ticket.clock(RESTORATION, "13:30").deadline()).isEqualTo(at("14:30"));
  }

  @Test
  void whereNothingWasPromisedThereIsNoClockToSet() {
    ticket.promised("09:00", target(RESTORATION, "PT8H")).overridden("09:30", FIRST_REPLY, "10:00");
    assertThat(ticket.clocks(FIRST_REPLY, "12:00")).isEmpty();
  }
}
