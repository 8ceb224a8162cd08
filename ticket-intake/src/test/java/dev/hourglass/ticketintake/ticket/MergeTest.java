package dev.hourglass.ticketintake.ticket;

import static dev.hourglass.ticketintake.ticket.TicketFixture.ID;
import static dev.hourglass.ticketintake.ticket.TicketFixture.OTHER;
import static dev.hourglass.ticketintake.ticket.TicketFixture.TEN;
import static dev.hourglass.ticketintake.ticket.TicketFixture.openTicket;
import static dev.hourglass.ticketintake.ticket.TicketFixture.otherTicket;
import static dev.hourglass.ticketintake.ticket.TicketFixture.pausedTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.timing.TicketMerged;
import dev.hourglass.contracts.timing.TicketResumed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergeTest {

  @Test
  @DisplayName("R20: a merged ticket says where it goes on, after its wait was closed")
  void a_merged_ticket_says_where_it_goes_on() {
    Decision merged = pausedTicket(PauseReason.WAITING_CUSTOMER).merge(OTHER, otherTicket(), TEN);

    assertThat(merged.said())
        .containsExactly(new TicketResumed(ID, TEN), new TicketMerged(ID, TEN, OTHER));
    assertThat(merged.ticket().state()).isEqualTo(new TicketState.Merged(OTHER));
    assertThat(merged.ticket().allowed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a ticket takes another one while somebody works on it, or may again")
  void a_ticket_takes_another_one_in_some_states(TicketStatus status) {
    Ticket target = other(status);
    boolean takes =
        switch (status) {
          case OPEN, PAUSED, SOLVED -> true;
          case CLOSED, CANCELLED, MERGED -> false;
        };

    if (takes) {
      assertThat(openTicket().merge(OTHER, target, TEN).ticket().state().mergedInto())
          .isEqualTo(OTHER);
    } else {
      assertThatExceptionOfType(MergeRefused.class)
          .isThrownBy(() -> openTicket().merge(OTHER, target, TEN))
          .satisfies(refused -> assertThat(refused.rule()).contains("" + status));
    }
  }

  @Test
  void a_ticket_is_not_merged_into_itself_nor_into_nothing() {
    assertThatExceptionOfType(MergeRefused.class)
        .isThrownBy(() -> openTicket().merge(ID, openTicket(), TEN))
        .withMessage("must be another ticket");
    assertThatExceptionOfType(MergeRefused.class)
        .isThrownBy(() -> openTicket().merge(OTHER, null, TEN))
        .withMessage("must be a ticket that exists");
  }

  @Test
  void a_merge_back_would_be_a_loop_and_is_refused() {
    Ticket merged = openTicket().merge(OTHER, otherTicket(), TEN).ticket();

    assertThatExceptionOfType(MergeRefused.class)
        .isThrownBy(() -> otherTicket().merge(ID, merged, TEN));
  }

  private static Ticket other(TicketStatus status) {
    Ticket open = otherTicket();
    return switch (status) {
      case OPEN -> open;
      case PAUSED -> open.pause(PauseReason.WAITING_CUSTOMER, TEN).ticket();
      case SOLVED -> open.solve(TEN).ticket();
      case CLOSED -> open.solve(TEN).ticket().close(TEN).ticket();
      case CANCELLED -> open.cancel(TEN).ticket();
      case MERGED -> open.merge(ID, openTicket(), TEN).ticket();
    };
  }
}
