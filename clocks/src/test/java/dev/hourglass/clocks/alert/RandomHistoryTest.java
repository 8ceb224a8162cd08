package dev.hourglass.clocks.alert;

import static dev.hourglass.clocks.Ticket.OFFICE;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.contracts.promise.Metric.CONFIRMATION;
import static dev.hourglass.contracts.promise.Metric.FIRST_REPLY;
import static dev.hourglass.contracts.promise.Metric.RESOLUTION;
import static dev.hourglass.contracts.promise.Metric.RESTORATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.clock.TicketClocks;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.Pause;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tickets made up from one seed; a failure names the ticket's number. */
public class RandomHistoryTest {

  private static final long SEED = 20261122;
  private static final int TICKETS = 10_000;
  private static final int TOLD_TICKETS = 1_000;
  private static final Instant END = Ticket.at("23:59");

  @Test
  @DisplayName("R3: run + paused + out of hours = wall time, exactly")
  void everyMomentIsCountedOnce() {
    WorkingCalendar office = Ticket.calendars().find("2021", OFFICE).orElseThrow();
    for (int number = 0; number < TICKETS; number++) {
      TicketClocks clocks = Ticket.clocks(history(number), END);
      Instant start = clocks.history().startedAt().orElseThrow();
      Duration wall = Duration.between(start, END);
      Duration paused = Duration.ZERO;
      Duration run = Duration.ZERO;
      Instant from = start;
      for (Pause pause : clocks.history().pauses()) {
        Instant to = Optional.ofNullable(pause.to()).orElse(END);
        run = run.plus(office.between(from, pause.from()));
        paused = paused.plus(office.between(pause.from(), to));
        from = to;
      }
      run = run.plus(office.between(from, END));
      Duration outOfHours = wall.minus(office.between(start, END));
      assertThat(run.plus(paused).plus(outOfHours)).as("ticket %d", number).isEqualTo(wall);
    }
  }

  @Test
  @DisplayName("R1: any order of arrival ends in the same clocks and the same standing breaches")
  void anyOrderOfArrivalEndsTheSame() {
    for (int number = 0; number < TOLD_TICKETS; number++) {
      List<HeardFact> facts = history(number);
      List<HeardFact> shuffled = new ArrayList<>(facts);
      Collections.shuffle(shuffled, new Random(SEED + number));
      assertThat(Ticket.clocks(shuffled, END).clocks())
          .as("ticket %d", number)
          .isEqualTo(Ticket.clocks(facts, END).clocks());
      assertThat(standing(shuffled)).as("ticket %d", number).isEqualTo(standing(facts));
    }
  }

  @Test
  @DisplayName("R13: a prefix replayed twice changes nothing and says nothing twice")
  void aPrefixReplayedTwiceChangesNothing() {
    for (int number = 0; number < TOLD_TICKETS; number++) {
      List<HeardFact> facts = history(number);
      List<HeardFact> twice = new ArrayList<>(facts.subList(0, facts.size() / 2));
      twice.addAll(facts);
      assertThat(standing(twice)).as("ticket %d", number).isEqualTo(standing(facts));
    }
  }

  @Test
  void aPauseNeverMovesADeadlineEarlier() {
    for (int number = 0; number < TICKETS; number++) {
      Random random = new Random(SEED + number);
      String within = "PT" + (1 + random.nextInt(300)) + "M";
      String calendar = random.nextBoolean() ? OFFICE : Ticket.ALWAYS;
      int from = random.nextInt(600);
      int to = from + random.nextInt(300);
      Ticket plain = new Ticket().received("08:00");
      plain.promised("08:00", target(RESTORATION, within, calendar));
      Ticket waiting = new Ticket().received("08:00");
      waiting.promised("08:00", target(RESTORATION, within, calendar));
      waiting.paused(time(from)).resumed(time(to));
      assertThat(waiting.clock(RESTORATION, "08:00").deadline())
          .as("ticket %d", number)
          .isAfterOrEqualTo(plain.clock(RESTORATION, "08:00").deadline());
    }
  }

  /**
   * Hears the facts one by one, speaks after each, and gives the breaches that stand in the end.
   */
  private static Set<String> standing(List<HeardFact> arrivals) {
    Said said = Said.nothing();
    List<HeardFact> heard = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> standing = new HashSet<>();
    for (int i = 0; i <= arrivals.size(); i++) {
      if (i < arrivals.size()) {
        heard.add(arrivals.get(i));
      }
      Speech speech = Speaker.speak(Ticket.clocks(heard, END), said, END, SpokenUpTo.everything());
      said = speech.said();
      for (Utterance utterance : speech.utterances()) {
        assertThat(ids.add(utterance.id())).as("said once").isTrue();
        note(utterance, standing);
      }
    }
    return standing;
  }

  private static void note(Utterance utterance, Set<String> standing) {
    if (utterance.alert() instanceof SlaBreached breach) {
      standing.add(breach.metric() + "/" + breach.cycle() + "@" + breach.deadline());
    } else if (utterance.alert() instanceof SlaBreachWithdrawn withdrawn) {
      String what = withdrawn.metric() + "/" + withdrawn.cycle() + "@" + withdrawn.deadline();
      assertThat(standing.remove(what)).as("withdrawn was standing").isTrue();
    }
  }

  /** The facts of the ticket of that number. */
  public static List<HeardFact> history(int number) {
    Random random = new Random(SEED + number);
    UUID delivery = UUID.randomUUID();
    int minute = random.nextInt(120);
    Ticket ticket = new Ticket().received(time(minute));
    for (int i = 0; i < 2 + random.nextInt(8); i++) {
      minute += random.nextInt(60);
      happen(ticket, random, time(minute), delivery);
    }
    return ticket.facts();
  }

  private static void happen(Ticket ticket, Random random, String time, UUID delivery) {
    switch (random.nextInt(11)) {
      case 0, 1 -> ticket.promised(time, targets(random));
      case 2 -> ticket.paused(time, PauseReason.values()[random.nextInt(2)]);
      case 3 -> ticket.resumed(time);
      case 4 -> ticket.replied(time);
      case 5 -> ticket.confirmed(time, delivery);
      case 6 -> ticket.bounced(time, delivery);
      case 7 -> ticket.restored(time);
      case 8 -> ticket.solved(time, 1);
      case 9 -> ticket.overridden(time, RESTORATION, time(random.nextInt(700)));
      default -> ticket.cancelled(time);
    }
  }

  private static Target[] targets(Random random) {
    return List.of(CONFIRMATION, FIRST_REPLY, RESTORATION, RESOLUTION).stream()
        .filter(metric -> random.nextInt(4) > 0)
        .map(metric -> randomTarget(random, metric))
        .toArray(Target[]::new);
  }

  private static Target randomTarget(Random random, Metric metric) {
    String calendar = random.nextBoolean() ? OFFICE : Ticket.ALWAYS;
    return target(metric, "PT" + (1 + random.nextInt(600)) + "M", calendar);
  }

  /** So many minutes after 08:00. */
  private static String time(int minutes) {
    return LocalTime.of(8, 0).plusMinutes(minutes).toString();
  }
}
