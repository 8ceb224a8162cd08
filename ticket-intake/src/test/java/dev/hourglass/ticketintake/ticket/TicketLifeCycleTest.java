package dev.hourglass.ticketintake.ticket;

import static dev.hourglass.ticketintake.ticket.TicketFixture.ELEVEN;
import static dev.hourglass.ticketintake.ticket.TicketFixture.NINE;
import static dev.hourglass.ticketintake.ticket.TicketFixture.OTHER;
import static dev.hourglass.ticketintake.ticket.TicketFixture.TEN;
import static dev.hourglass.ticketintake.ticket.TicketFixture.cancelledTicket;
import static dev.hourglass.ticketintake.ticket.TicketFixture.closedTicket;
import static dev.hourglass.ticketintake.ticket.TicketFixture.improperTicket;
import static dev.hourglass.ticketintake.ticket.TicketFixture.openTicket;
import static dev.hourglass.ticketintake.ticket.TicketFixture.otherTicket;
import static dev.hourglass.ticketintake.ticket.TicketFixture.pausedTicket;
import static dev.hourglass.ticketintake.ticket.TicketFixture.solvedTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.Visibility;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The whole matrix: every ticket × every command. A cell is the new status and what is said, or "-"
 * where the command is refused.
 */
class TicketLifeCycleTest {

  private static final String MATRIX =
      """
                | replies              | pause               | resume             | restore               | solve                             | reopen              | close               | priority                   | deadline                  | cancel                                  | merge                             | complete
      open      | OPEN TicketReplied   | PAUSED TicketPaused | -                  | OPEN TicketRestored   | SOLVED TicketSolved               | -                   | -                   | OPEN TicketReprioritized   | OPEN DeadlineOverridden   | CANCELLED TicketCancelled               | MERGED TicketMerged               | -
      improper  | OPEN TicketReplied   | PAUSED TicketPaused | -                  | OPEN TicketRestored   | SOLVED TicketSolved               | -                   | -                   | OPEN TicketReprioritized   | OPEN DeadlineOverridden   | CANCELLED TicketCancelled               | MERGED TicketMerged               | OPEN TicketAmended+TicketCompleted
      restored  | OPEN TicketReplied   | PAUSED TicketPaused | -                  | -                     | SOLVED TicketSolved               | -                   | -                   | OPEN TicketReprioritized   | OPEN DeadlineOverridden   | CANCELLED TicketCancelled               | MERGED TicketMerged               | -
      waiting   | PAUSED TicketReplied | -                   | OPEN TicketResumed | PAUSED TicketRestored | SOLVED TicketResumed+TicketSolved | -                   | -                   | PAUSED TicketReprioritized | PAUSED DeadlineOverridden | CANCELLED TicketResumed+TicketCancelled | MERGED TicketResumed+TicketMerged | -
      third     | PAUSED TicketReplied | -                   | OPEN TicketResumed | PAUSED TicketRestored | SOLVED TicketResumed+TicketSolved | -                   | -                   | PAUSED TicketReprioritized | PAUSED DeadlineOverridden | CANCELLED TicketResumed+TicketCancelled | MERGED TicketResumed+TicketMerged | -
      solved    | SOLVED TicketReplied | -                   | -                  | -                     | -                                 | OPEN TicketReopened | CLOSED TicketClosed | -                          | -                         | -                                       | -                                 | -
      closed    | -                    | -                   | -                  | -                     | -                                 | -                   | -                   | -                          | -                         | -                                       | -                                 | -
      cancelled | -                    | -                   | -                  | -                     | -                                 | -                   | -                   | -                          | -                         | -                                       | -                                 | -
      merged    | -                    | -                   | -                  | -                     | -                                 | -                   | -                   | -                          | -                         | -                                       | -                                 | -
      """;

  @TestFactory
  Stream<DynamicTest> every_ticket_answers_every_command_as_the_matrix_says() {
    List<String> lines = MATRIX.lines().toList();
    List<String> words = cells(lines.get(0));
    assertThat(words)
        .containsExactlyElementsOf(Arrays.stream(Command.values()).map(Command::word).toList());
    assertThat(lines).hasSize(tickets().size() + 1);
    return lines.stream()
        .skip(1)
        .flatMap(
            line -> {
              String ticket = line.substring(0, line.indexOf('|')).strip();
              List<String> expected = cells(line);
              return Arrays.stream(Command.values())
                  .map(
                      command ->
                          DynamicTest.dynamicTest(
                              ticket + " × " + command.word(),
                              () -> check(ticket, command, expected.get(command.ordinal()))));
            });
  }

  private static void check(String name, Command command, String expected) {
    Ticket ticket = tickets().get(name);
    assertThat(ticket.allowed().contains(command)).isEqualTo(!expected.equals("-"));
    if (expected.equals("-")) {
      assertThatThrownBy(() -> give(ticket, command))
          .isInstanceOfSatisfying(
              CommandRefused.class,
              refused -> {
                assertThat(refused.command()).isEqualTo(command);
                assertThat(refused.state()).isEqualTo(ticket.state().status());
                assertThat(refused.allowed())
                    .doesNotContain(command.word())
                    .containsExactlyInAnyOrderElementsOf(
                        ticket.allowed().stream().map(Command::word).toList());
              });
      return;
    }
    Decision decision = give(ticket, command);
    String said =
        String.join(
            "+", decision.said().stream().map(data -> data.getClass().getSimpleName()).toList());
    assertThat(decision.ticket().state().status() + " " + said).isEqualTo(expected);
    assertThat(decision.ticket().updatedAt()).isEqualTo(ELEVEN);
  }

  private static Decision give(Ticket ticket, Command command) {
    return switch (command) {
      case REPLIES -> ticket.reply(Author.AGENT, Visibility.PUBLIC, null, false, ELEVEN);
      case PAUSE -> ticket.pause(PauseReason.WAITING_CUSTOMER, ELEVEN);
      case RESUME -> ticket.resume(ELEVEN);
      case RESTORE -> ticket.restore(ELEVEN);
      case SOLVE -> ticket.solve(ELEVEN);
      case REOPEN -> ticket.reopen(ELEVEN);
      case CLOSE -> ticket.close(ELEVEN);
      case PRIORITY -> ticket.reprioritize(Priority.P1, ELEVEN);
      case DEADLINE ->
          ticket.setDeadline(Metric.RESOLUTION, ticket.cycle(), ELEVEN.plusSeconds(60), ELEVEN);
      case CANCEL -> ticket.cancel(ELEVEN);
      case MERGE -> ticket.merge(OTHER, otherTicket(), ELEVEN);
      case COMPLETE ->
          ticket.complete("ACME-1", new Requester("ada@acme.example", null, null), "Down", ELEVEN);
    };
  }

  private static Map<String, Ticket> tickets() {
    Map<String, Ticket> tickets = new LinkedHashMap<>();
    tickets.put("open", openTicket());
    tickets.put("improper", improperTicket());
    tickets.put("restored", openTicket().restore(TEN).ticket());
    tickets.put("waiting", pausedTicket(PauseReason.WAITING_CUSTOMER));
    tickets.put("third", pausedTicket(PauseReason.WAITING_THIRD_PARTY));
    tickets.put("solved", solvedTicket());
    tickets.put("closed", closedTicket());
    tickets.put("cancelled", cancelledTicket());
    tickets.put("merged", openTicket().merge(OTHER, otherTicket(), NINE).ticket());
    return tickets;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList();
  }
}
