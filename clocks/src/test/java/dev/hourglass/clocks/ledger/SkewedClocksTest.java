package dev.hourglass.clocks.ledger;

import static dev.hourglass.clocks.Ticket.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.clock.ClockCourse;
import dev.hourglass.clocks.clock.ClockFold;
import dev.hourglass.clocks.clock.Interval;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tickets whose three speakers each have a clock of their own, wrong by as much as is allowed. */
class SkewedClocksTest {

  private static final int TICKETS = 10_000;
  private static final int MOST_STEP_MILLIS = 1_500;
  private static final long SKEW_MILLIS = HeardFact.ALLOWED_SKEW.toMillis();
  private static final UUID DELIVERY = UUID.randomUUID();
  private static final Instant END = Ticket.at("12:00");

  /** What ticket-intake may say once the ticket is there. */
  private static final List<BiConsumer<Ticket, String>> WORK =
      List.of(
          Ticket::paused,
          Ticket::resumed,
          Ticket::replied,
          Ticket::asked,
          Ticket::restored,
          (ticket, at) -> ticket.solved(at, 1),
          (ticket, at) -> ticket.reopened(at, 2));

  @Test
  @DisplayName("clock skew up to the bound gives no negative interval, and doubts no fact")
  void noNegativeIntervals() {
    long overtaken = 0;
    for (int number = 0; number < TICKETS; number++) {
      List<HeardFact> facts = facts(new Random(number));
      TicketHistory history = TicketHistory.of(facts);
      assertThat(history.doubted()).as("ticket %d", number).isZero();
      for (ClockCourse course : ClockFold.courses(history, Ticket.calendars(), END)) {
        check(ClockEntry.of(course, history, END), "ticket " + number);
      }
      overtaken += facts.stream().filter(fact -> isBeforeTheTicket(fact, facts)).count();
    }
    assertThat(overtaken).as("facts dated before their ticket").isGreaterThan(TICKETS / 10);
  }

  private static void check(ClockEntry clock, String ticket) {
    String which = ticket + ", " + clock.clock();
    assertThat(clock.wall()).as(which).isGreaterThanOrEqualTo(Duration.ZERO);
    for (Interval interval : clock.intervals()) {
      assertThat(interval.to()).as(which).isAfter(interval.from());
    }
    assertThat(clock.run().plus(clock.paused()).plus(clock.outOfHours()))
        .as(which)
        .isEqualTo(clock.wall());
  }

  private static boolean isBeforeTheTicket(HeardFact fact, List<HeardFact> facts) {
    return fact.fact().occurredAt().isBefore(facts.get(0).fact().occurredAt());
  }

  /** Heard as they truly happened, in this order; each dated by the clock of its speaker. */
  private static List<HeardFact> facts(Random random) {
    long intake = skew(random);
    long prioritizer = skew(random);
    long notifier = skew(random);
    Ticket ticket = new Ticket();
    List<Instant> heardAt = new ArrayList<>(List.of(Ticket.at("09:00")));
    ticket.received(dated(heardAt, intake));
    pass(heardAt, random);
    ticket.promised(
        dated(heardAt, prioritizer),
        Arrays.stream(Metric.values())
            .map(metric -> target(metric, "PT" + (1 + random.nextInt(5)) + "S"))
            .toArray(Target[]::new));
    pass(heardAt, random);
    ticket.confirmed(dated(heardAt, notifier), DELIVERY);
    int more = random.nextInt(8);
    for (int i = 0; i < more; i++) {
      pass(heardAt, random);
      WORK.get(random.nextInt(WORK.size())).accept(ticket, dated(heardAt, intake));
    }
    List<HeardFact> facts = new ArrayList<>();
    for (HeardFact fact : ticket.facts()) {
      Instant heard = heardAt.get(facts.size());
      facts.add(new HeardFact(fact.id(), fact.source(), fact.sequence(), heard, fact.fact()));
    }
    return facts;
  }

  private static long skew(Random random) {
    return random.nextLong(-SKEW_MILLIS, SKEW_MILLIS + 1);
  }

  private static void pass(List<Instant> heardAt, Random random) {
    Instant last = heardAt.get(heardAt.size() - 1);
    heardAt.add(last.plusMillis(random.nextInt(MOST_STEP_MILLIS)));
  }

  private static String dated(List<Instant> heardAt, long skewMillis) {
    Instant now = heardAt.get(heardAt.size() - 1);
    long sinceNine = Duration.between(Ticket.at("09:00"), now).toMillis() + skewMillis;
    return LocalTime.of(9, 0).plus(Duration.ofMillis(sinceNine)).toString();
  }
}
