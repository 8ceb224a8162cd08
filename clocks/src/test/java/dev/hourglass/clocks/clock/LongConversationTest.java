package dev.hourglass.clocks.clock;

import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.contracts.promise.Metric.NEXT_REPLY;
import static dev.hourglass.contracts.promise.Metric.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.alert.Said;
import dev.hourglass.clocks.alert.Speaker;
import dev.hourglass.clocks.alert.Speech;
import dev.hourglass.clocks.alert.SpokenUpTo;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A ticket on which two machines talk")
class LongConversationTest {

  private static final Instant END = Ticket.at("23:59");
  private static final int KEPT = 200;

  @Test
  void keepsTheLastTurnsUnderTheirNumbers() {
    TicketClocks clocks = Ticket.clocks(conversation(10_000).facts(), END);
    assertThat(clocks.clocks()).hasSize(2 * KEPT);
    assertThat(clocks.clocks())
        .filteredOn(clock -> clock.metric() == NEXT_REPLY)
        .extracting(SlaClock::cycle)
        .containsExactlyElementsOf(IntStream.rangeClosed(4_801, 5_000).boxed().toList());
    assertThat(clocks.clocks())
        .filteredOn(clock -> clock.metric() == UPDATE)
        .extracting(SlaClock::cycle)
        .containsExactlyElementsOf(IntStream.rangeClosed(4_803, 5_002).boxed().toList());
  }

  @Test
  void whatWasSaidOfATurnLongAgoStandsAndIsNotKept() {
    Ticket ticket = conversation(300);
    Speech early = speak(ticket, Said.nothing());
    assertThat(early.said().breaches()).isNotEmpty();
    Speech late = speak(conversation(10_000), early.said());
    assertThat(late.utterances())
        .noneMatch(utterance -> utterance.alert() instanceof SlaBreachWithdrawn);
    assertThat(late.said().breaches().size() + late.said().warnings().size())
        .isLessThanOrEqualTo(2 * KEPT * 3);
  }

  @Test
  void tenTimesTheMessagesCostNotMuchMoreThanTenTimesTheTime() {
    Ticket shorter = conversation(1_000);
    Ticket longer = conversation(10_000);
    fastest(shorter);
    assertThat(fastest(longer)).isLessThan(50 * fastest(shorter));
  }

  private static long fastest(Ticket ticket) {
    return LongStream.range(0, 7)
        .map(
            i -> {
              long start = System.nanoTime();
              Ticket.clocks(ticket.facts(), END);
              return System.nanoTime() - start;
            })
        .min()
        .orElseThrow();
  }

  /** Questions and answers in turn, seconds apart, with a wait after each answer. */
  private static Ticket conversation(int messages) {
    Ticket ticket = new Ticket().received("08:00");
    ticket.promised("08:00", target(NEXT_REPLY, "PT1S"), target(UPDATE, "PT3S"));
    LocalTime time = LocalTime.of(8, 0, 1);
    ticket.replied(time.toString());
    for (int i = 0; i < messages; i += 2) {
      ticket.paused(time.toString());
      ticket.resumed(time.plusSeconds(1).toString());
      ticket.asked(time.plusSeconds(1).toString());
      time = time.plus(Duration.ofSeconds(4));
      ticket.replied(time.toString());
    }
    return ticket;
  }

  private static Speech speak(Ticket ticket, Said said) {
    TicketClocks clocks = Ticket.clocks(ticket.facts(), END);
    return Speaker.speak(clocks, said, END, SpokenUpTo.everything());
  }
}
