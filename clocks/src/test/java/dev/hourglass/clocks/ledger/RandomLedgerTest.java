package dev.hourglass.clocks.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.RandomTickets;
import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.clock.AimReason;
import dev.hourglass.clocks.clock.ClockCourse;
import dev.hourglass.clocks.clock.ClockFold;
import dev.hourglass.clocks.clock.Interval;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The ledgers of made-up tickets, each read at an instant of its own. */
class RandomLedgerTest {

  private static final long SEED = 20261122;
  private static final int TICKETS = RandomTickets.TICKETS;
  private static final int TOLD_TICKETS = 1_000;
  private static final long SPAN_NANOS = Duration.ofHours(16).toNanos();

  @Test
  @DisplayName("R3: run + paused + out of hours = wall time, for every clock, to the nanosecond")
  void everyMomentHasOneReason() {
    for (int number = 0; number < TICKETS; number++) {
      Instant asOf = asOf(number);
      TicketHistory history = TicketHistory.until(asOf, RandomTickets.facts(number));
      for (ClockCourse course : ClockFold.courses(history, Ticket.calendars(), asOf)) {
        ClockEntry clock = ClockEntry.of(course, history, asOf);
        String which = "ticket " + number + ", " + clock.clock();
        assertThat(clock.run().plus(clock.paused()).plus(clock.outOfHours()))
            .as(which)
            .isEqualTo(clock.wall());
        Instant end = clock.endedAt() == null ? asOf : clock.endedAt();
        Duration working = course.calendar().between(clock.startedAt(), end);
        assertThat(clock.run().plus(clock.paused())).as(which).isEqualTo(working);
        follow(clock, end, which);
        leavesWhatRemains(clock, which);
      }
    }
  }

  @Test
  @DisplayName("R1: the ledger of a ticket does not depend on the order of arrival")
  void anyOrderOfArrivalIsToldTheSame() {
    for (int number = 0; number < TOLD_TICKETS; number++) {
      List<HeardFact> facts = RandomTickets.facts(number);
      List<HeardFact> shuffled = new ArrayList<>(facts);
      Collections.shuffle(shuffled, new Random(SEED + number));
      shuffled.addAll(facts.subList(0, facts.size() / 2));
      Instant asOf = asOf(number);
      assertThat(Ledger.latest(TicketLog.logged(shuffled), Ticket.calendars(), asOf))
          .as("ticket %d", number)
          .isEqualTo(Ledger.latest(TicketLog.logged(facts), Ticket.calendars(), asOf));
    }
  }

  @Test
  @DisplayName("what is heard as it happens is known then as it is known now")
  void withoutLateFactsBothAnswersAreTheSame() {
    for (int number = 0; number < TOLD_TICKETS; number++) {
      List<LoggedFact> facts = TicketLog.logged(RandomTickets.facts(number));
      Instant asOf = asOf(number);
      assertThat(Ledger.asKnownThen(facts, Ticket.calendars(), asOf))
          .as("ticket %d", number)
          .isEqualTo(Ledger.asKnownNow(facts, Ticket.calendars(), asOf));
    }
  }

  /** One interval begins where the last one ended. */
  private static void follow(ClockEntry clock, Instant end, String which) {
    Instant at = clock.startedAt();
    for (Interval interval : clock.intervals()) {
      assertThat(interval.from()).as(which).isEqualTo(at);
      assertThat(interval.to()).as(which).isAfter(at);
      at = interval.to();
    }
    assertThat(at).as(which).isEqualTo(clock.intervals().isEmpty() ? clock.startedAt() : end);
  }

  /** What has run and what remains is what was promised. */
  private static void leavesWhatRemains(ClockEntry clock, String which) {
    boolean promisedOnce =
        clock.aims().size() == 1 && clock.aims().get(0).reason() == AimReason.PROMISED;
    if (promisedOnce && clock.remaining() != null) {
      assertThat(clock.run().plus(clock.remaining())).as(which).isEqualTo(clock.target().within());
    }
  }

  private static Instant asOf(int number) {
    return Ticket.at("08:00").plusNanos((long) (new Random(number).nextDouble() * SPAN_NANOS));
  }
}
