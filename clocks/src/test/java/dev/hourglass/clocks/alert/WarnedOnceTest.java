package dev.hourglass.clocks.alert;

import static dev.hourglass.clocks.RandomTickets.END;
import static dev.hourglass.clocks.RandomTickets.START;
import static dev.hourglass.clocks.RandomTickets.TICKETS;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.contracts.promise.Metric.NEXT_REPLY;
import static dev.hourglass.contracts.promise.Metric.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.RandomTickets;
import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.clocks.clock.TicketClocks;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.contracts.timing.TicketSolved;
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

/** Nobody is warned twice of one question or period, whatever a late message makes its number. */
class WarnedOnceTest {

  private final Ticket ticket =
      new Ticket().received("09:00").promised("09:00", target(NEXT_REPLY, "PT1H"));
  private final Set<String> ids = new HashSet<>();
  private Said said = Said.nothing();

  /** A warning, and when the turn began that it was about, as known when it was said. */
  private record Warned(Metric metric, int level, Instant from) {}

  @Test
  @DisplayName("R10: a question that gets another number is not warned of again")
  void aQuestionThatGetsAnotherNumber() {
    ticket.replied("09:10").asked("11:00");
    assertThat(speak("11:30")).extracting(SlaAtRisk::cycle).containsExactly(1);
    ticket.asked("10:00").replied("10:10");
    assertThat(ticket.clock(NEXT_REPLY, 2, "11:40").open()).isTrue();
    assertThat(speak("11:40")).isEmpty();
    assertThat(speak("11:45")).extracting(SlaAtRisk::level).containsExactly(2);
    assertThat(speak("12:30")).isEmpty();
  }

  @Test
  @DisplayName("R10: a question whose first message is heard of late is not warned of again")
  void aQuestionWhoseFirstMessageIsHeardOfLate() {
    ticket.replied("09:10").asked("11:00");
    assertThat(speak("11:30")).hasSize(1);
    ticket.asked("10:50");
    assertThat(speak("11:34")).isEmpty();
    assertThat(speak("11:35")).extracting(SlaAtRisk::level).containsExactly(2);
  }

  @Test
  @DisplayName("R10: a question that takes over the number of another one is warned of")
  void aQuestionThatTakesOverANumber() {
    ticket.replied("09:10").asked("09:20").replied("09:30").asked("11:00");
    assertThat(speak("11:30")).extracting(SlaAtRisk::cycle).containsExactly(2);
    // Heard of late: the first question came when the ticket was solved, and was none.
    ticket.solved("09:15", 1).reopened("09:40", 2).replied("12:00").asked("13:00");
    assertThat(ticket.clock(NEXT_REPLY, 2, "13:10").startedAt()).isEqualTo(Ticket.at("13:00"));
    assertThat(speak("13:30")).extracting(SlaAtRisk::cycle).containsExactly(2);
  }

  @Test
  @DisplayName("R10: in any order of arrival nobody is warned twice of a turn as known by then")
  void inAnyOrderOfArrival() {
    int warned = 0;
    for (int number = 0; number < TICKETS; number++) {
      warned += heard(number, shuffled(number, RandomTickets.facts(number))).size();
    }
    assertThat(warned).isGreaterThan(TICKETS / 2);
  }

  /** A solve that is heard of late parts a turn, and a reopening may join what was parted. */
  @Test
  @DisplayName(
      "R10: if only messages are heard of late, nobody is warned twice of what is one turn")
  void ifOnlyMessagesAreHeardOfLate() {
    int warned = 0;
    for (int number = 0; number < TICKETS; number++) {
      List<HeardFact> facts =
          RandomTickets.facts(number).stream()
              .filter(heard -> !(heard.fact() instanceof TicketSolved))
              .filter(heard -> !(heard.fact() instanceof TicketClosed))
              .toList();
      TicketClocks truth = Ticket.clocks(facts, END);
      Set<String> things = new HashSet<>();
      for (Warned warning : heard(number, shuffled(number, facts))) {
        for (SlaClock turn : turns(truth, warning)) {
          assertThat(things.add(warning.metric() + "/" + warning.level() + "@" + turn.startedAt()))
              .as("ticket %d: %s", number, warning)
              .isTrue();
          warned++;
        }
      }
    }
    assertThat(warned).isGreaterThan(TICKETS / 2);
  }

  private static List<HeardFact> shuffled(int number, List<HeardFact> facts) {
    List<HeardFact> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, RandomTickets.random(number));
    return shuffled;
  }

  /** What was warned of while the facts arrived one by one and time went by. */
  private List<Warned> heard(int number, List<HeardFact> arrivals) {
    Random random = RandomTickets.random(number);
    List<Warned> warnings = new ArrayList<>();
    List<HeardFact> heard = new ArrayList<>();
    said = Said.nothing();
    ids.clear();
    for (HeardFact arrival : arrivals) {
      heard.add(arrival);
      Instant now =
          START.plus(
              Duration.between(START, END).multipliedBy(heard.size()).dividedBy(arrivals.size()));
      TicketClocks clocks = Ticket.clocks(heard, random.nextBoolean() ? END : now);
      for (SlaAtRisk risk : speak(clocks)) {
        if (risk.metric() == NEXT_REPLY || risk.metric() == UPDATE) {
          SlaClock turn = clock(clocks, risk);
          assertThat(warnings)
              .as("ticket %d: %s", number, risk)
              .noneMatch(
                  earlier ->
                      earlier.metric() == risk.metric()
                          && earlier.level() == risk.level()
                          && turn.covers(earlier.from()));
          warnings.add(new Warned(risk.metric(), risk.level(), turn.startedAt()));
        }
      }
    }
    return warnings;
  }

  private List<SlaAtRisk> speak(String now) {
    return speak(ticket.clocks(now));
  }

  private List<SlaAtRisk> speak(TicketClocks clocks) {
    Speech speech = Speaker.speak(clocks, said, clocks.asOf(), SpokenUpTo.everything());
    said = speech.said();
    List<SlaAtRisk> risks = new ArrayList<>();
    for (Utterance utterance : speech.utterances()) {
      assertThat(ids.add(utterance.id())).as("an id is said once").isTrue();
      if (utterance.alert() instanceof SlaAtRisk risk) {
        risks.add(risk);
      }
    }
    return risks;
  }

  private static SlaClock clock(TicketClocks clocks, SlaAtRisk risk) {
    return clocks.clocks().stream()
        .filter(clock -> clock.metric() == risk.metric() && clock.cycle() == risk.cycle())
        .findFirst()
        .orElseThrow();
  }

  /** The turn that the warning was about, as it is in the end; none if it was no turn after all. */
  private static List<SlaClock> turns(TicketClocks truth, Warned warning) {
    return truth.clocks().stream()
        .filter(clock -> clock.metric() == warning.metric())
        .filter(clock -> clock.covers(warning.from()))
        .limit(1)
        .toList();
  }
}
