package dev.hourglass.clocks.alert;

import static dev.hourglass.clocks.RandomTickets.END;
import static dev.hourglass.clocks.RandomTickets.START;
import static dev.hourglass.clocks.RandomTickets.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.RandomTickets;
import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.clock.Escalation;
import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.clocks.clock.TicketClocks;
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

  @Test
  @DisplayName("R5, R9, R22: no level falls outside its calendar's hours, or into a pause")
  void noLevelOutsideHoursOrInAPause() {
    int levels = 0;
    for (int number = 0; number < TICKETS; number++) {
      TicketClocks clocks = Ticket.clocks(RandomTickets.facts(number), END);
      for (SlaClock clock : clocks.clocks()) {
        for (Escalation escalation : clock.escalations()) {
          Instant dueAt = escalation.dueAt();
          assertThat(inHours(clock.target().calendar(), dueAt))
              .as("ticket %d: %s of %s", number, escalation, clock)
              .isTrue();
          boolean over = !clock.open() && !dueAt.isBefore(clock.endedAt());
          assertThat(clocks.history().pauses())
              .as("ticket %d: %s of %s", number, escalation, clock)
              .noneMatch(
                  pause ->
                      !over
                          && clock.target().pausedBy().contains(pause.reason())
                          && !dueAt.isBefore(pause.from())
                          && (pause.to() == null || dueAt.isBefore(pause.to())));
          levels++;
        }
      }
    }
    assertThat(levels).isGreaterThan(TICKETS);
  }

  /** The end of a day's hours included, as for a deadline. */
  private static boolean inHours(String calendar, Instant instant) {
    WorkingCalendar hours = Ticket.calendars().find("2021", calendar).orElseThrow();
    return !hours.between(instant.minusNanos(1), instant.plusNanos(1)).isZero();
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
