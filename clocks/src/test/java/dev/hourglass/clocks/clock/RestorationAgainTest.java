package dev.hourglass.clocks.clock;

import static dev.hourglass.clocks.Ticket.ALWAYS;
import static dev.hourglass.clocks.Ticket.at;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.contracts.promise.Metric.RESTORATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.promise.Target;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An edition may want a reopened ticket restored anew")
class RestorationAgainTest {

  private static final Target AGAIN =
      new Target(RESTORATION, Duration.ofHours(4), ALWAYS, Set.of(), List.of(), true, true, null);

  private final Ticket ticket = new Ticket().received("09:00").promised("09:00", AGAIN);

  @Test
  void eachReopeningStartsACycle() {
    ticket.restored("10:00").solved("11:00", 1).reopened("12:00", 2);
    assertThat(ticket.clock(RESTORATION, 2, "12:30").deadline()).isEqualTo(at("16:00"));
    ticket.restored("16:00");
    assertThat(ticket.clocks(RESTORATION, "20:00"))
        .extracting(SlaClock::cycle, SlaClock::status, SlaClock::endedAt)
        .containsExactly(
            tuple(1, ClockStatus.MET, at("10:00")), tuple(2, ClockStatus.MET, at("16:00")));
  }

  @Test
  void theSolveOfACycleRestoresIt() {
    ticket.solved("10:00", 1).reopened("12:00", 2).solved("16:00:00.001", 2);
    assertThat(ticket.clock(RESTORATION, 2, "20:00").status()).isEqualTo(ClockStatus.MET_LATE);
    assertThat(ticket.clock(RESTORATION, 2, "20:00").missed()).contains(at("16:00"));
  }

  @Test
  void aPromiseWithoutTheRuleTakesTheCycleBack() {
    ticket.solved("10:00", 1).reopened("12:00", 2);
    ticket.promised("12:30", target(RESTORATION, "PT4H"));
    assertThat(ticket.clocks(RESTORATION, "20:00")).extracting(SlaClock::cycle).containsExactly(1);
  }

  @Test
  @DisplayName("R20: a merge cancels the cycle of the reopening")
  void aMergeCancelsIt() {
    ticket.solved("10:00", 1).reopened("12:00", 2).merged("13:00");
    assertThat(ticket.clocks(RESTORATION, "20:00"))
        .extracting(SlaClock::status)
        .containsExactly(ClockStatus.MET, ClockStatus.CANCELLED);
  }
}
