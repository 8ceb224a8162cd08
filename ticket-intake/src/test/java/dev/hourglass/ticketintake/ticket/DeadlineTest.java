package dev.hourglass.ticketintake.ticket;

import static dev.hourglass.ticketintake.ticket.TicketFixture.ID;
import static dev.hourglass.ticketintake.ticket.TicketFixture.TEN;
import static dev.hourglass.ticketintake.ticket.TicketFixture.openTicket;
import static dev.hourglass.ticketintake.ticket.TicketFixture.solvedTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.timing.DeadlineOverridden;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

  private static final Instant LATER = TEN.plusSeconds(3600);

  @Test
  void a_deadline_is_said_for_one_clock_and_changes_nothing_else() {
    Decision set = openTicket().setDeadline(Metric.RESOLUTION, 1, LATER, TEN);

    assertThat(set.said())
        .containsExactly(new DeadlineOverridden(ID, TEN, Metric.RESOLUTION, 1, LATER));
    assertThat(set.ticket().state()).isEqualTo(openTicket().state());
  }

  @Test
  @DisplayName("a deadline lies behind this very instant, and within ten years")
  void both_sides_of_now_and_of_the_furthest() {
    Instant furthest = TEN.plus(Duration.ofDays(3_650));

    assertThat(set(TEN.plusMillis(1)).said()).hasSize(1);
    assertThat(set(furthest).said()).hasSize(1);
    assertThatExceptionOfType(DeadlineRefused.class)
        .isThrownBy(() -> set(TEN))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("deadline"));
    assertThatExceptionOfType(DeadlineRefused.class).isThrownBy(() -> set(furthest.plusMillis(1)));
  }

  @ParameterizedTest
  @DisplayName("in the second cycle of a ticket, cycles that are over keep their results")
  @CsvSource({
    "CONFIRMATION, 1, true",
    "CONFIRMATION, 2, false",
    "FIRST_REPLY, 1, true",
    "FIRST_REPLY, 2, false",
    "RESTORATION, 1, true",
    "RESTORATION, 2, true",
    "RESTORATION, 3, false",
    "RESOLUTION, 1, false",
    "RESOLUTION, 2, true",
    "RESOLUTION, 3, false",
    "NEXT_REPLY, 0, false",
    "NEXT_REPLY, 7, true",
    "UPDATE, 0, false",
    "UPDATE, 7, true"
  })
  void a_clock_has_a_cycle_that_can_still_be_kept(Metric metric, int cycle, boolean possible) {
    Ticket reopened = solvedTicket().reopen(TEN).ticket();

    if (possible) {
      assertThat(reopened.setDeadline(metric, cycle, LATER, TEN).said()).hasSize(1);
    } else {
      assertThatExceptionOfType(DeadlineRefused.class)
          .isThrownBy(() -> reopened.setDeadline(metric, cycle, LATER, TEN))
          .satisfies(refused -> assertThat(refused.field()).isEqualTo("cycle"));
    }
  }

  private static Decision set(Instant deadline) {
    return openTicket().setDeadline(Metric.FIRST_REPLY, 1, deadline, TEN);
  }
}
