package dev.hourglass.ticketintake.ticket;

import static dev.hourglass.ticketintake.ticket.TicketFixture.ELEVEN;
import static dev.hourglass.ticketintake.ticket.TicketFixture.ID;
import static dev.hourglass.ticketintake.ticket.TicketFixture.NINE;
import static dev.hourglass.ticketintake.ticket.TicketFixture.TEN;
import static dev.hourglass.ticketintake.ticket.TicketFixture.improperPost;
import static dev.hourglass.ticketintake.ticket.TicketFixture.improperTicket;
import static dev.hourglass.ticketintake.ticket.TicketFixture.openTicket;
import static dev.hourglass.ticketintake.ticket.TicketFixture.pausedTicket;
import static dev.hourglass.ticketintake.ticket.TicketFixture.post;
import static dev.hourglass.ticketintake.ticket.TicketFixture.properPost;
import static dev.hourglass.ticketintake.ticket.TicketFixture.solvedTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.TicketAmended;
import dev.hourglass.contracts.ticket.TicketCreated;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.TicketCompleted;
import dev.hourglass.contracts.timing.TicketPaused;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketReopened;
import dev.hourglass.contracts.timing.TicketReplied;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.contracts.timing.TicketSolved;
import dev.hourglass.contracts.timing.Visibility;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TicketTest {

  @Test
  void a_received_ticket_says_its_content_and_then_the_fact() {
    Decision decision = Ticket.receive(ID, "HG-2345678", properPost(), NINE);

    assertThat(decision.said())
        .containsExactly(
            new TicketCreated(ID, NINE, decision.ticket().content()),
            new TicketReceived(
                ID, NINE, "HG-2345678", "ACME-1", Channel.WEB, Queue.TECHNICAL, true));
    assertThat(decision.ticket().cycle()).isEqualTo(1);
  }

  @Test
  void a_call_is_received_when_it_came_in_and_logged_now() {
    Ticket ticket =
        Ticket.receive(ID, "HG-2345678", post(Channel.PHONE, "A", "Down", NINE), TEN).ticket();

    assertThat(ticket.receivedAt()).isEqualTo(NINE);
    assertThat(ticket.updatedAt()).isEqualTo(TEN);
  }

  @Test
  void only_a_call_may_be_dated_back() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> post(Channel.CHAT, "A", "Down", NINE))
        .withMessageContaining("PHONE only");
  }

  @Test
  @DisplayName("K15: the web form refuses an improper ticket, the chat logs it")
  void web_refuses_an_improper_ticket_and_chat_logs_it() {
    assertThatExceptionOfType(StillImproper.class)
        .isThrownBy(() -> post(Channel.WEB, null, null, null))
        .satisfies(
            improper -> assertThat(improper.missing()).containsExactly("/account", "/description"));
    assertThat(Ticket.receive(ID, "HG-2345678", improperPost(), NINE).ticket().content().proper())
        .isFalse();
  }

  @Test
  @DisplayName("K15: completing says the whole content and the fact that starts the clocks")
  void completing_keeps_what_is_known_and_says_content_and_fact() {
    Decision decision =
        improperTicket().complete("ACME-1", new Requester(null, "Ada L.", null), "Down", TEN);

    Ticket ticket = decision.ticket();
    assertThat(ticket.content().requester())
        .isEqualTo(new Requester("ada@acme.example", "Ada L.", null));
    assertThat(ticket.content().proper()).isTrue();
    assertThat(decision.said())
        .containsExactly(
            new TicketAmended(ID, TEN, ticket.content()), new TicketCompleted(ID, TEN));
  }

  @Test
  @DisplayName("K15: a completion that leaves something out names it")
  void completing_in_part_is_refused_with_what_is_missing() {
    assertThatExceptionOfType(StillImproper.class)
        .isThrownBy(() -> improperTicket().complete("ACME-1", null, null, TEN))
        .satisfies(improper -> assertThat(improper.missing()).containsExactly("/description"));
  }

  @Test
  @DisplayName("R6: a reply that pauses is said first, the pause second, at the same instant")
  void a_reply_that_pauses_says_reply_then_pause_at_the_same_instant() {
    Decision decision =
        openTicket()
            .reply(Author.AGENT, Visibility.PUBLIC, PauseReason.WAITING_CUSTOMER, false, TEN);

    assertThat(decision.said())
        .containsExactly(
            new TicketReplied(ID, TEN, Author.AGENT, Visibility.PUBLIC),
            new TicketPaused(ID, TEN, PauseReason.WAITING_CUSTOMER));
    assertThat(decision.ticket().state())
        .isEqualTo(new TicketState.Paused(PauseReason.WAITING_CUSTOMER));
  }

  @Test
  void a_reply_cannot_pause_what_waits_already() {
    assertThatExceptionOfType(CommandRefused.class)
        .isThrownBy(
            () ->
                pausedTicket(PauseReason.WAITING_THIRD_PARTY)
                    .reply(
                        Author.AGENT, Visibility.PUBLIC, PauseReason.WAITING_CUSTOMER, false, TEN))
        .satisfies(
            refused -> {
              assertThat(refused.command()).isEqualTo(Command.PAUSE);
              assertThat(refused.state()).isEqualTo(TicketStatus.PAUSED);
              assertThat(refused.allowed()).contains("replies", "resume").doesNotContain("pause");
            });
  }

  @Test
  void a_word_of_the_customer_ends_the_wait_for_the_customer() {
    Decision decision =
        pausedTicket(PauseReason.WAITING_CUSTOMER)
            .reply(Author.REQUESTER, Visibility.PUBLIC, null, false, TEN);

    assertThat(decision.said())
        .containsExactly(
            new TicketReplied(ID, TEN, Author.REQUESTER, Visibility.PUBLIC),
            new TicketResumed(ID, TEN));
    assertThat(decision.ticket().state()).isEqualTo(new TicketState.Open());
  }

  @Test
  void a_word_of_the_customer_does_not_end_the_wait_for_a_third_party() {
    Decision decision =
        pausedTicket(PauseReason.WAITING_THIRD_PARTY)
            .reply(Author.REQUESTER, Visibility.PUBLIC, null, false, TEN);

    assertThat(decision.said()).hasSize(1);
    assertThat(decision.ticket().state().status()).isEqualTo(TicketStatus.PAUSED);
  }

  @Test
  @DisplayName("R14: thanks on a solved ticket do not open it again")
  void thanks_leave_a_solved_ticket_solved() {
    Decision decision = solvedTicket().reply(Author.REQUESTER, Visibility.PUBLIC, null, true, TEN);

    assertThat(decision.ticket().state().status()).isEqualTo(TicketStatus.SOLVED);
    assertThat(decision.said())
        .containsExactly(new TicketReplied(ID, TEN, Author.REQUESTER, Visibility.PUBLIC, true));
  }

  @Test
  @DisplayName("R14: any other word of the customer opens a solved ticket again")
  void any_other_word_opens_a_solved_ticket_again() {
    Decision decision = solvedTicket().reply(Author.REQUESTER, Visibility.PUBLIC, null, false, TEN);

    assertThat(decision.ticket().state().status()).isEqualTo(TicketStatus.OPEN);
    assertThat(decision.ticket().cycle()).isEqualTo(2);
    assertThat(decision.said())
        .containsExactly(
            new TicketReplied(ID, TEN, Author.REQUESTER, Visibility.PUBLIC),
            new TicketReopened(ID, TEN, 2));
    assertThat(
            solvedTicket()
                .reply(Author.AGENT, Visibility.PUBLIC, null, false, TEN)
                .ticket()
                .state()
                .status())
        .isEqualTo(TicketStatus.SOLVED);
  }

  @Test
  void the_customer_neither_pauses_nor_writes_internally() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                openTicket()
                    .reply(
                        Author.REQUESTER,
                        Visibility.PUBLIC,
                        PauseReason.WAITING_CUSTOMER,
                        false,
                        TEN));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> openTicket().reply(Author.REQUESTER, Visibility.INTERNAL, null, false, TEN));
  }

  @Test
  @DisplayName("R2: solving while paused closes the wait first")
  void solving_while_paused_closes_the_wait_first() {
    Decision decision = pausedTicket(PauseReason.WAITING_CUSTOMER).solve(TEN);

    assertThat(decision.said())
        .containsExactly(new TicketResumed(ID, TEN), new TicketSolved(ID, TEN, 1));
    assertThat(decision.ticket().solvedAt()).isEqualTo(TEN);
  }

  @Test
  void reopening_starts_a_new_cycle_in_which_it_can_be_restored_and_solved_again() {
    Ticket restored = openTicket().restore(NINE).ticket();

    Decision reopened = restored.solve(TEN).ticket().reopen(ELEVEN);

    assertThat(reopened.said()).containsExactly(new TicketReopened(ID, ELEVEN, 2));
    assertThat(reopened.ticket().restoredAt()).isNull();
    assertThat(reopened.ticket().solvedAt()).isNull();
    assertThat(reopened.ticket().allowed()).contains(Command.RESTORE);
    assertThat(reopened.ticket().solve(ELEVEN).said())
        .containsExactly(new TicketSolved(ID, ELEVEN, 2));
  }

  @Test
  void time_on_a_ticket_never_runs_backwards() {
    Ticket solved = openTicket().solve(TEN).ticket();

    Ticket reopened = solved.reopen(NINE).ticket();

    assertThat(reopened.updatedAt()).isEqualTo(TEN);
  }

  @Test
  void what_is_said_carries_no_text_of_the_ticket_but_its_content() {
    Decision decision = Ticket.receive(ID, "HG-2345678", properPost(), Instant.EPOCH);

    assertThat(decision.said().get(1).toString())
        .doesNotContain("ada@acme.example", "Ada", "It is down.");
  }
}
