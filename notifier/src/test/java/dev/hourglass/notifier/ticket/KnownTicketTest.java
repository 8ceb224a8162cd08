package dev.hourglass.notifier.ticket;

import static dev.hourglass.notifier.Fixtures.RECEIVED;
import static dev.hourglass.notifier.Fixtures.anyTicket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.contracts.timing.TicketReplied;
import dev.hourglass.contracts.timing.Visibility;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.delivery.Agenda;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KnownTicketTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration DELAY = Duration.ofHours(1);

  private final AnyTicket ticket = anyTicket();
  private final Agenda agenda = new Agenda(PATIENCE, DELAY);

  @Test
  @DisplayName("in whichever order, and however often, a story is heard, the same is known")
  void hearingIsFreeOfOrder() {
    List<UnaryOperator<KnownTicket>> story =
        List.of(
            known -> known.hears(ticket.created()),
            known -> known.hearsFact(ticket.received()),
            known -> known.hearsFact(ticket.prioritized()),
            known -> known.hearsFact(ticket.solved(1)),
            known -> known.hearsFact(ticket.reopened(2)),
            known -> known.hearsFact(ticket.solved(2)));
    KnownTicket inOrder = tell(story);
    assertThat(inOrder.cycle()).isEqualTo(2);
    assertThat(inOrder.isSolved()).isTrue();
    List<List<UnaryOperator<KnownTicket>>> orders = new ArrayList<>();
    permute(new ArrayList<>(story), 0, orders);
    assertThat(orders).hasSize(720);
    for (List<UnaryOperator<KnownTicket>> order : orders) {
      KnownTicket known = tell(order);
      assertThat(known).isEqualTo(inOrder);
      for (UnaryOperator<KnownTicket> again : order) {
        assertThat(again.apply(known)).isEqualTo(inOrder);
      }
    }
  }

  @Test
  void factsThatSayNothingToUsChangeNothing() {
    KnownTicket unknown = KnownTicket.unknown(ticket.id());
    TicketReplied reply = new TicketReplied(ticket.id(), RECEIVED, Author.AGENT, Visibility.PUBLIC);
    assertThat(unknown.hearsFact(ticket.fact(3, reply))).isSameAs(unknown);
  }

  @Test
  void aConfirmationWaitsForThePromiseAndForTheStart() {
    KnownTicket posted = KnownTicket.unknown(ticket.id()).hears(ticket.created());
    KnownTicket promised = posted.hearsFact(ticket.prioritized());

    assertThat(agenda.wanted(posted, RECEIVED)).containsExactly(waiting());
    assertThat(agenda.wanted(promised, RECEIVED)).containsExactly(waiting());
    assertThat(agenda.wanted(promised.hearsFact(ticket.received()), RECEIVED))
        .containsExactly(new Wanted(DeliveryKind.CONFIRMATION, 1, RECEIVED, true));
  }

  @Test
  @DisplayName("K15: a promise made before the ticket was completed is not the one to confirm")
  void anOldPromiseIsNotConfirmed() {
    KnownTicket improper =
        KnownTicket.unknown(ticket.id())
            .hears(ticket.created(ticket.content(false, "Help")))
            .hearsFact(ticket.received())
            .hearsFact(ticket.prioritized());
    assertThat(agenda.wanted(improper, RECEIVED))
        .extracting(Wanted::kind)
        .containsExactly(DeliveryKind.COMPLETION_REQUEST);

    KnownTicket completed = improper.hears(ticket.amended(RECEIVED.plusSeconds(600)));
    assertThat(agenda.wanted(completed, RECEIVED)).containsExactly(waiting());
    assertThat(completed.isPromised()).isFalse();
    KnownTicket promisedAnew =
        completed.hearsFact(
            ticket.prioritized(
                2,
                ticket.id() + "-amended",
                dev.hourglass.notifier.Fixtures.urgentPromise(),
                null));
    assertThat(promisedAnew.isPromised()).isTrue();
  }

  @Test
  @DisplayName("R25: a reopened ticket wants no survey of its old cycle")
  void reopeningWithdraws() {
    KnownTicket solved =
        KnownTicket.unknown(ticket.id()).hears(ticket.created()).hearsFact(ticket.solved(1));
    assertThat(Agenda.isWanted(solved, DeliveryKind.SURVEY, 1)).isTrue();
    KnownTicket reopened = solved.hearsFact(ticket.reopened(2));
    assertThat(Agenda.isWanted(reopened, DeliveryKind.SURVEY, 1)).isFalse();
    assertThat(Agenda.isWanted(reopened, DeliveryKind.SURVEY, 2)).isFalse();
    assertThat(Agenda.isWanted(reopened.hearsFact(ticket.solved(2)), DeliveryKind.SURVEY, 2))
        .isTrue();
  }

  @Test
  @DisplayName("R25: a survey is due its delay after the solving, or now where that is past")
  void aSurveyWaitsForItsDelay() {
    KnownTicket solved =
        KnownTicket.unknown(ticket.id()).hears(ticket.created()).hearsFact(ticket.solved(1));
    Instant solvedAt = ticket.solved(1).data().occurredAt();
    Instant due = solvedAt.plus(DELAY);
    assertThat(agenda.wanted(solved, solvedAt))
        .contains(new Wanted(DeliveryKind.SURVEY, 1, due, true));
    assertThat(agenda.wanted(solved, due.minusMillis(1)))
        .contains(new Wanted(DeliveryKind.SURVEY, 1, due, true));
    assertThat(agenda.wanted(solved, due.plusMillis(1)))
        .contains(new Wanted(DeliveryKind.SURVEY, 1, due.plusMillis(1), true));
  }

  @Test
  @DisplayName("R25: closing a solved ticket does not withdraw its survey")
  void closingDoesNotWithdraw() {
    KnownTicket solved =
        KnownTicket.unknown(ticket.id()).hears(ticket.created()).hearsFact(ticket.solved(1));
    KnownTicket closed =
        solved.hearsFact(ticket.fact(30, new TicketClosed(ticket.id(), RECEIVED.plusSeconds(9))));
    assertThat(Agenda.isWanted(closed, DeliveryKind.SURVEY, 1)).isTrue();
    assertThat(Agenda.isWanted(closed, DeliveryKind.SURVEY_REMINDER, 1)).isTrue();
  }

  private static Wanted waiting() {
    return new Wanted(DeliveryKind.CONFIRMATION, 1, RECEIVED.plus(PATIENCE), false);
  }

  private KnownTicket tell(List<UnaryOperator<KnownTicket>> story) {
    KnownTicket known = KnownTicket.unknown(ticket.id());
    for (UnaryOperator<KnownTicket> each : story) {
      known = each.apply(known);
    }
    return known;
  }

  private static <T> void permute(List<T> items, int from, List<List<T>> into) {
    if (from == items.size()) {
      into.add(List.copyOf(items));
      return;
    }
    for (int i = from; i < items.size(); i++) {
      java.util.Collections.swap(items, from, i);
      permute(items, from + 1, into);
      java.util.Collections.swap(items, from, i);
    }
  }
}
