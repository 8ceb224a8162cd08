package dev.hourglass.clocks.clock;

import static dev.hourglass.clocks.Ticket.OFFICE;
import static dev.hourglass.clocks.Ticket.at;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.contracts.promise.Metric.NEXT_REPLY;
import static dev.hourglass.contracts.promise.Metric.RESTORATION;
import static dev.hourglass.contracts.promise.Metric.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.Ticket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Clocks on Monday to Friday, 9 to 17; 2026-11-27 is a Friday")
class WorkingHoursTest {

  @Test
  @DisplayName("R4: a wait over the weekend adds its working time and no weekend")
  void aWaitOverTheWeekend() {
    Ticket ticket = new Ticket().received("2026-11-27T15:00");
    ticket.promised("2026-11-27T15:00", target(RESTORATION, "PT4H", OFFICE));
    assertThat(ticket.clock(RESTORATION, "2026-11-27T15:30").deadline())
        .isEqualTo(at("2026-11-30T11:00"));
    ticket.paused("2026-11-27T16:00").resumed("2026-11-30T09:00");
    assertThat(ticket.clock(RESTORATION, "2026-11-30T09:30").deadline())
        .isEqualTo(at("2026-11-30T12:00"));
  }

  @Test
  @DisplayName("R4: a wait that lies in the weekend adds nothing")
  void aWaitInTheWeekend() {
    Ticket ticket = new Ticket().received("2026-11-27T15:00");
    ticket.promised("2026-11-27T15:00", target(RESTORATION, "PT4H", OFFICE));
    ticket.paused("2026-11-28T10:00").resumed("2026-11-29T18:00");
    assertThat(ticket.clock(RESTORATION, "2026-11-30T09:30").deadline())
        .isEqualTo(at("2026-11-30T11:00"));
  }

  @Test
  @DisplayName("R15: a question on Friday at 16:30 is to be answered in an hour by Monday at 9:30")
  void aQuestionBeforeTheWeekend() {
    Ticket ticket = new Ticket().received("2026-11-27T09:00").replied("2026-11-27T10:00");
    ticket.promised("2026-11-27T09:00", target(NEXT_REPLY, "PT1H", OFFICE));
    ticket.asked("2026-11-27T16:30");
    SlaClock clock = ticket.clock(NEXT_REPLY, "2026-11-30T09:30");
    assertThat(clock.missed()).isEmpty();
    assertThat(clock.deadline()).isEqualTo(at("2026-11-30T09:30"));
  }

  @Test
  @DisplayName("R9: the warning of an update is not given at night")
  void warningsOfPeriodsStayInTheHours() {
    Ticket ticket = new Ticket().received("2026-11-27T09:00").replied("2026-11-27T16:50");
    ticket.promised("2026-11-27T09:00", target(UPDATE, "PT20M", OFFICE));
    SlaClock clock = ticket.clock(UPDATE, 2, "2026-11-27T16:55");
    assertThat(clock.deadline()).isEqualTo(at("2026-11-30T09:10"));
    assertThat(clock.warnings())
        .containsExactly(
            new Warning(2, at("2026-11-27T16:55")), new Warning(1, at("2026-11-27T17:00")));
  }
}
