package dev.hourglass.clocks.alert;

import static dev.hourglass.clocks.RandomTickets.END;
import static dev.hourglass.clocks.RandomTickets.START;
import static dev.hourglass.clocks.RandomTickets.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.RandomTickets;
import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.clocks.clock.TicketClocks;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.timing.TicketPaused;
import dev.hourglass.contracts.timing.TicketResumed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tickets made up from one seed; a failure names the ticket's number. */
class RandomHistoryTest {

  @Test
  @DisplayName("R1: any order of arrival ends in the same clocks and in the breaches that are true")
  void anyOrderOfArrivalEndsTheSame() {
    for (int number = 0; number < TICKETS; number++) {
      List<HeardFact> facts = RandomTickets.facts(number);
      TicketClocks clocks = Ticket.clocks(facts, END);
      List<HeardFact> shuffled = new ArrayList<>(facts);
      Collections.shuffle(shuffled, RandomTickets.random(number));
      assertThat(standing(number, shuffled, clocks))
          .as("ticket %d", number)
          .isEqualTo(missed(clocks));
    }
  }

  @Test
  @DisplayName("R13: a prefix replayed twice changes nothing and says nothing twice")
  void aPrefixReplayedTwiceChangesNothing() {
    for (int number = 0; number < TICKETS; number++) {
      List<HeardFact> facts = RandomTickets.facts(number);
      TicketClocks clocks = Ticket.clocks(facts, END);
      List<HeardFact> twice = new ArrayList<>(facts.subList(0, facts.size() / 2));
      twice.addAll(facts);
      assertThat(standing(number, twice, clocks)).as("ticket %d", number).isEqualTo(missed(clocks));
    }
  }

  @Test
  @DisplayName("R3: no clock of any ticket is due earlier because the ticket waited")
  void aPauseNeverMovesADeadlineEarlier() {
    int compared = 0;
    for (int number = 0; number < TICKETS; number++) {
      List<HeardFact> facts = RandomTickets.facts(number);
      List<HeardFact> withoutWaiting =
          facts.stream()
              .filter(heard -> !(heard.fact() instanceof TicketPaused))
              .filter(heard -> !(heard.fact() instanceof TicketResumed))
              .toList();
      List<SlaClock> plain = Ticket.clocks(withoutWaiting, END).clocks();
      List<SlaClock> waiting = Ticket.clocks(facts, END).clocks();
      assertThat(waiting).as("ticket %d", number).hasSameSizeAs(plain);
      for (int i = 0; i < plain.size(); i++) {
        if (waiting.get(i).deadline() != null) {
          assertThat(waiting.get(i).deadline())
              .as("ticket %d: %s", number, waiting.get(i))
              .isAfterOrEqualTo(plain.get(i).deadline());
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(TICKETS);
  }

  @Test
  @DisplayName("No clock ends before it starts, whatever times the facts of its ticket claim")
  void noNegativeIntervals() {
    for (int number = 0; number < TICKETS; number++) {
      for (SlaClock clock : Ticket.clocks(RandomTickets.facts(number), END).clocks()) {
        if (!clock.open() && clock.endedAt().isBefore(clock.startedAt())) {
          assertThat(clock.endedAt()).as("ticket %d", number).isAfter(clock.startedAt());
        }
      }
    }
  }

  @Test
  @DisplayName(
      "Every metric is met, missed, stopped by the end of its ticket and running somewhere")
  void theTicketsAreOfAllKinds() {
    Set<String> seen = new HashSet<>();
    for (int number = 0; number < TICKETS / 10; number++) {
      for (SlaClock clock : Ticket.clocks(RandomTickets.facts(number), END).clocks()) {
        seen.add(clock.metric() + " " + clock.status());
      }
    }
    for (Metric metric : Metric.values()) {
      assertThat(seen)
          .contains(
              metric + " MET", metric + " MET_LATE", metric + " BREACHED", metric + " CANCELLED");
    }
  }

  /**
   * Hears the facts one by one, speaks after some of them as time goes by, and gives the breaches
   * that stand in the end, when the clocks must be the expected ones.
   */
  private static Set<String> standing(int number, List<HeardFact> arrivals, TicketClocks expected) {
    Random random = RandomTickets.random(number);
    Said said = Said.nothing();
    List<HeardFact> heard = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> standing = new HashSet<>();
    for (HeardFact arrival : arrivals) {
      heard.add(arrival);
      if (random.nextInt(4) == 0) {
        Instant now = now(random, heard.size(), arrivals.size());
        said = speak(Ticket.clocks(heard, now), said, ids, standing);
      }
    }
    TicketClocks last = Ticket.clocks(arrivals, END);
    assertThat(last.clocks()).as("ticket %d", number).isEqualTo(expected.clocks());
    said = speak(last, said, ids, standing);
    assertThat(speak(last, said, ids, standing)).isEqualTo(said);
    return standing;
  }

  /** Time goes by evenly while the facts arrive, or all of it has gone by before the first does. */
  private static Instant now(Random random, int arrived, int all) {
    return random.nextBoolean()
        ? END
        : START.plus(Duration.between(START, END).multipliedBy(arrived).dividedBy(all));
  }

  private static Said speak(TicketClocks clocks, Said said, Set<String> ids, Set<String> standing) {
    Speech speech = Speaker.speak(clocks, said, clocks.asOf(), SpokenUpTo.everything());
    for (Utterance utterance : speech.utterances()) {
      assertThat(ids.add(utterance.id())).as("said once").isTrue();
      if (utterance.alert() instanceof SlaBreached breach) {
        assertThat(standing.add(name(breach.metric(), breach.cycle(), breach.deadline()))).isTrue();
      } else if (utterance.alert() instanceof SlaBreachWithdrawn taken) {
        assertThat(standing.remove(name(taken.metric(), taken.cycle(), taken.deadline()))).isTrue();
      }
    }
    return speech.said();
  }

  private static Set<String> missed(TicketClocks clocks) {
    return clocks.clocks().stream()
        .filter(clock -> clock.missed().isPresent())
        .map(clock -> name(clock.metric(), clock.cycle(), clock.deadline()))
        .collect(Collectors.toSet());
  }

  private static String name(Metric metric, int cycle, Instant deadline) {
    return metric + "/" + cycle + "@" + deadline;
  }
}
