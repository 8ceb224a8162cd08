package dev.hourglass.clocks.alert;

import static dev.hourglass.clocks.RandomTickets.END;
import static dev.hourglass.clocks.RandomTickets.START;
import static dev.hourglass.clocks.RandomTickets.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.RandomTickets;
import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.alert.TicketEscalated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tickets made up from one seed; a failure names the ticket's number. */
class RandomEscalationTest {

  private static final int LOOKS = 4;

  @Test
  @DisplayName("R22: the order in which facts arrive does not change who is called, and when")
  void theOrderOfArrivalDoesNotChangeTheEscalations() {
    int escalations = 0;
    for (int number = 0; number < TICKETS; number++) {
      List<List<HeardFact>> told = parts(RandomTickets.facts(number));
      Random random = RandomTickets.random(number);
      List<List<HeardFact>> shuffled = new ArrayList<>();
      for (List<HeardFact> part : told) {
        List<HeardFact> mixed = new ArrayList<>(part);
        Collections.shuffle(mixed, random);
        shuffled.add(mixed);
      }
      Set<String> expected = said(told);
      assertThat(said(shuffled)).as("ticket %d", number).isEqualTo(expected);
      escalations += expected.size();
    }
    assertThat(escalations).isGreaterThan(TICKETS);
  }

  @Test
  @DisplayName("R13 R22: a prefix replayed twice calls nobody twice")
  void aPrefixReplayedTwiceCallsNobodyTwice() {
    for (int number = 0; number < TICKETS; number++) {
      List<List<HeardFact>> told = parts(RandomTickets.facts(number));
      List<List<HeardFact>> twice = new ArrayList<>();
      for (int i = 0; i < told.size(); i++) {
        List<HeardFact> part = new ArrayList<>(told.get(i));
        part.addAll(told.get(0));
        twice.add(part);
      }
      assertThat(said(twice)).as("ticket %d", number).isEqualTo(said(told));
    }
  }

  /** Looks at the ticket after each part, as time goes by, and gives the ids of what is said. */
  private static Set<String> said(List<List<HeardFact>> parts) {
    Said said = Said.nothing();
    List<HeardFact> heard = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      heard.addAll(parts.get(i));
      Instant now = START.plus(Duration.between(START, END).multipliedBy(i + 1).dividedBy(LOOKS));
      Speech speech = Speaker.speak(Ticket.clocks(heard, now), said, now, SpokenUpTo.everything());
      said = speech.said();
      for (Utterance utterance : speech.utterances()) {
        if (utterance.alert() instanceof TicketEscalated escalated) {
          assertThat(ids.add(utterance.id())).as("said once").isTrue();
          assertThat(escalated.dueAt()).isBefore(now);
        }
      }
    }
    return ids;
  }

  private static List<List<HeardFact>> parts(List<HeardFact> facts) {
    List<List<HeardFact>> parts = new ArrayList<>();
    for (int i = 0; i < LOOKS; i++) {
      parts.add(facts.subList(facts.size() * i / LOOKS, facts.size() * (i + 1) / LOOKS));
    }
    return parts;
  }
}
