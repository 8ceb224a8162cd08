package dev.hourglass.clocks.clock;

import static dev.hourglass.clocks.Ticket.at;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.contracts.promise.Metric.FIRST_REPLY;
import static dev.hourglass.contracts.promise.Metric.NEXT_REPLY;
import static dev.hourglass.contracts.promise.Metric.RESTORATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.Visibility;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NextReplyTest {

  private final Ticket ticket =
      new Ticket().received("09:00").promised("09:00", target(NEXT_REPLY, "PT1H"));

  @Test
  @DisplayName("R19: a question starts the clock, the next public agent reply stops it")
  void aQuestionStartsItAndAReplyStopsIt() {
    ticket.replied("09:10");
    assertThat(ticket.clocks(NEXT_REPLY, "09:20")).isEmpty();
    ticket.asked("09:30");
    assertThat(ticket.clock(NEXT_REPLY, "09:40").startedAt()).isEqualTo(at("09:30"));
    assertThat(ticket.clock(NEXT_REPLY, "09:40").deadline()).isEqualTo(at("10:30"));
    ticket.replied("10:30");
    assertThat(ticket.clock(NEXT_REPLY, "12:00").status()).isEqualTo(ClockStatus.MET);

    Ticket late = new Ticket().received("09:00").promised("09:00", target(NEXT_REPLY, "PT1H"));
    late.replied("09:10").asked("09:30").replied("10:30:00.001");
    assertThat(late.clock(NEXT_REPLY, "12:00").status()).isEqualTo(ClockStatus.MET_LATE);
    assertThat(late.clock(NEXT_REPLY, "12:00").missed()).contains(at("10:30"));
  }

  @Test
  @DisplayName("R19: each question has a cycle of its own, and one missed stays missed")
  void eachQuestionHasItsCycle() {
    ticket.replied("09:10").asked("09:30").replied("09:40");
    ticket.asked("10:00").replied("11:30").asked("11:40");
    assertThat(ticket.clocks(NEXT_REPLY, "11:50"))
        .extracting(SlaClock::cycle, SlaClock::status)
        .containsExactly(
            tuple(1, ClockStatus.MET),
            tuple(2, ClockStatus.MET_LATE),
            tuple(3, ClockStatus.RUNNING));
  }

  @Test
  @DisplayName("R19: the oldest question that waits counts, a second message does not restart it")
  void theOldestQuestionCounts() {
    ticket.replied("09:10").asked("09:30").asked("10:20");
    assertThat(ticket.clocks(NEXT_REPLY, "10:40")).hasSize(1);
    assertThat(ticket.clock(NEXT_REPLY, "10:40").missed()).contains(at("10:30"));
  }

  @Test
  @DisplayName("R19: until the first reply it is the first reply that the customer waits for")
  void whatComesBeforeTheFirstReplyBelongsToTheTicket() {
    ticket.promised("09:00", target(NEXT_REPLY, "PT1H"), target(FIRST_REPLY, "PT4H"));
    ticket.asked("09:05");
    assertThat(ticket.clocks(NEXT_REPLY, "12:00")).isEmpty();
    assertThat(ticket.clock(FIRST_REPLY, "12:00").deadline()).isEqualTo(at("13:00"));
  }

  @Test
  @DisplayName("R19: an internal note answers nothing")
  void anInternalNoteAnswersNothing() {
    ticket.replied("09:10").asked("09:30").replied("09:40", Author.AGENT, Visibility.INTERNAL);
    assertThat(ticket.clock(NEXT_REPLY, "09:50").open()).isTrue();
  }

  @Test
  @DisplayName(
      "R6: a question and its answer of one instant are taken in the order of their speaker")
  void aQuestionAndItsAnswerOfOneInstant() {
    ticket.replied("09:10").asked("09:30").replied("09:30");
    assertThat(ticket.clock(NEXT_REPLY, "12:00").status()).isEqualTo(ClockStatus.MET);

    Ticket other = new Ticket().received("09:00").promised("09:00", target(NEXT_REPLY, "PT1H"));
    other.replied("09:30").asked("09:30");
    assertThat(other.clock(NEXT_REPLY, "09:40").open()).isTrue();
  }

  static Stream<Named<Consumer<Ticket>>> ends() {
    return Stream.of(
        Named.of("solve", ticket -> ticket.solved("10:00", 1)),
        Named.of("close", ticket -> ticket.closed("10:00")),
        Named.of("cancel", ticket -> ticket.cancelled("10:00")),
        Named.of("merge", ticket -> ticket.merged("10:00")));
  }

  @ParameterizedTest(name = "R14: {0}")
  @DisplayName("R14: nobody waits for an answer after the end, and thanks start nothing")
  @MethodSource("ends")
  void theEndStopsIt(Consumer<Ticket> end) {
    ticket.replied("09:10").asked("09:30");
    end.accept(ticket);
    ticket.asked("10:05");
    assertThat(ticket.clocks(NEXT_REPLY, "20:00")).hasSize(1);
    SlaClock clock = ticket.clock(NEXT_REPLY, "20:00");
    assertThat(clock.status()).isEqualTo(ClockStatus.CANCELLED);
    assertThat(clock.endedAt()).isEqualTo(at("10:00"));
    assertThat(clock.missed()).isEmpty();
  }

  @Test
  @DisplayName("R14: an answer missed before the solve stays missed")
  void whatWasMissedBeforeTheSolveStaysMissed() {
    ticket.replied("09:10").asked("09:30").solved("10:30:00.001", 1);
    assertThat(ticket.clock(NEXT_REPLY, "12:00").missed()).contains(at("10:30"));
  }

  @Test
  @DisplayName("R14: a message on a solved ticket is a question only once the ticket is reopened")
  void aMessageOnASolvedTicketBecomesAQuestionWithTheReopening() {
    ticket.replied("09:10").solved("09:20", 1).asked("09:40");
    assertThat(ticket.clocks(NEXT_REPLY, "20:00")).isEmpty();
    ticket.reopened("11:00", 2);
    assertThat(ticket.clock(NEXT_REPLY, "11:10").deadline()).isEqualTo(at("12:00"));
    ticket.solved("11:20", 2).reopened("11:30", 3);
    assertThat(ticket.clocks(NEXT_REPLY, "20:00")).hasSize(1);

    Ticket answered = new Ticket().received("09:00").promised("09:00", target(NEXT_REPLY, "PT1H"));
    answered.replied("09:10").solved("09:20", 1).asked("09:40").replied("09:50");
    answered.reopened("11:00", 2);
    assertThat(answered.clocks(NEXT_REPLY, "20:00")).isEmpty();
  }

  @Test
  @DisplayName("R14: a ticket solved without a reply and reopened is no first question any more")
  void aQuestionAfterAReopeningCounts() {
    ticket.solved("09:20", 1).reopened("10:00", 2).asked("10:10");
    assertThat(ticket.clock(NEXT_REPLY, "10:20").deadline()).isEqualTo(at("11:10"));
  }

  @Test
  @DisplayName("R14: thanks are no question, on an open ticket or on a solved one")
  void thanksAreNoQuestion() {
    ticket.replied("09:10").thanked("09:20").replied("09:30").solved("09:40", 1);
    ticket.thanked("09:50").reopened("10:00", 2);
    assertThat(ticket.clocks(NEXT_REPLY, "20:00")).isEmpty();
    ticket.thanked("10:10").asked("10:20");
    assertThat(ticket.clock(NEXT_REPLY, "10:30").startedAt()).isEqualTo(at("10:20"));
  }

  @Test
  @DisplayName("R14: thanks do not answer the question that waits")
  void thanksDoNotAnswer() {
    ticket.replied("09:10").asked("09:30").thanked("09:40");
    assertThat(ticket.clock(NEXT_REPLY, "09:50").deadline()).isEqualTo(at("10:30"));
    assertThat(ticket.clock(NEXT_REPLY, "09:50").open()).isTrue();
  }

  @Test
  @DisplayName("R18: waits for the reasons that its target names, and for no other")
  void pausesByReason() {
    ticket.replied("09:10").asked("09:30");
    ticket.paused("09:40", PauseReason.WAITING_THIRD_PARTY).resumed("09:50");
    assertThat(ticket.clock(NEXT_REPLY, "10:00").deadline()).isEqualTo(at("10:30"));
    ticket.paused("10:00").resumed("10:20");
    assertThat(ticket.clock(NEXT_REPLY, "10:25").deadline()).isEqualTo(at("10:50"));
  }

  @Test
  @DisplayName("R2: a wait that outlasts the answer moves nothing of what is over")
  void aPauseAfterTheAnswerMovesNothing() {
    ticket.replied("09:10").asked("09:30").replied("09:40").paused("09:40");
    SlaClock clock = ticket.clock(NEXT_REPLY, "15:00");
    assertThat(clock.status()).isEqualTo(ClockStatus.MET);
    assertThat(clock.deadline()).isEqualTo(at("10:30"));
  }

  @Test
  @DisplayName("R1: a new promise counts from each question, with the pauses kept")
  void aNewPromiseCountsFromTheQuestion() {
    ticket.replied("09:10").asked("09:30").paused("09:40").resumed("10:00");
    ticket.promised("10:05", target(NEXT_REPLY, "PT2H"));
    assertThat(ticket.clock(NEXT_REPLY, "10:10").deadline()).isEqualTo(at("11:50"));
  }

  @Test
  void aPromiseWithoutItCancelsTheOpenQuestionAndStartsNoOther() {
    ticket.replied("09:10").asked("09:30");
    ticket.promised("09:45", target(RESTORATION, "PT1H")).replied("09:50").asked("10:00");
    assertThat(ticket.clocks(NEXT_REPLY, "20:00")).hasSize(1);
    assertThat(ticket.clock(NEXT_REPLY, "20:00").status()).isEqualTo(ClockStatus.CANCELLED);
    assertThat(ticket.clock(NEXT_REPLY, "20:00").endedAt()).isEqualTo(at("09:45"));
  }

  @Test
  void aDeadlineSetByHandIsThatOfOneQuestion() {
    ticket.replied("09:10").asked("09:30").replied("09:40").asked("10:00");
    ticket.overridden("10:05", NEXT_REPLY, 2, "14:00");
    assertThat(ticket.clock(NEXT_REPLY, 1, "10:10").deadline()).isEqualTo(at("10:30"));
    assertThat(ticket.clock(NEXT_REPLY, 2, "10:10").deadline()).isEqualTo(at("14:00"));
  }

  @Test
  @DisplayName("K15: a message on an improper ticket is part of it, not a question")
  void improperTickets() {
    Ticket improper = new Ticket().received("09:00", false);
    improper.promised("09:00", target(NEXT_REPLY, "PT1H")).replied("09:10").asked("09:20");
    improper.completed("09:30").asked("09:40");
    assertThat(improper.clocks(NEXT_REPLY, "12:00")).isEmpty();
    improper.replied("09:50").asked("10:00");
    assertThat(improper.clock(NEXT_REPLY, "10:10").deadline()).isEqualTo(at("11:00"));
  }
}
