package dev.hourglass.e2etests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a {@code read_committed} reader of breaches is told while parts of the system are away. */
class OutagesIT {

  private static final Duration USUAL_HOLD = Duration.ofSeconds(60);
  private static final Duration SHORT_HOLD = Duration.ofSeconds(5);
  private static final Duration STRETCH = Duration.ofSeconds(4);
  private static final Duration WITHIN = Duration.ofSeconds(4);
  private static final int TICKETS = 60;

  private static MonitorUnderOutages system;

  @BeforeAll
  static void start() {
    Hourglass.end();
    system = new MonitorUnderOutages();
  }

  @AfterAll
  static void end() {
    system.close();
  }

  @AfterEach
  void everybodySpeaks() {
    system.speakers().forEach(PlayedSpeaker::speakAgain);
  }

  @Test
  @DisplayName("R13: a broker that is away for a while makes no breach false, missed or double")
  void brokerAway() {
    system.runs(1, USUAL_HOLD);
    List<PlannedTicket> tickets = happening(2);

    passes(Duration.ofSeconds(3));
    system.sandbox().stopKafka();
    passes(Duration.ofSeconds(4));
    system.sandbox().startKafka();

    Verdict verdict = system.verdict(tickets);
    tell("broker away", verdict);
    assertThat(verdict.everFalse()).isEmpty();
  }

  @Test
  @DisplayName("R13: facts that wait at a speaker which says so keep every promise they keep")
  void factsWaitAtASpeaker() {
    system.runs(1, USUAL_HOLD);
    List<PlannedTicket> tickets = happening(3);

    system.speaker(Topics.TICKET_INTAKE).holdBack(fact -> fact.sequence() > 1);
    passes(Duration.ofSeconds(5));
    system.speaker(Topics.TICKET_INTAKE).speakAgain();

    Verdict verdict = system.verdict(tickets);
    tell("facts wait", verdict);
    assertThat(verdict.everFalse()).isEmpty();
    assertThat(verdict.onIncompleteEvidence()).isEmpty();
  }

  @Test
  void a_speaker_that_is_silent_for_less_than_the_limit_makes_no_breach_false() {
    system.runs(1, USUAL_HOLD);
    List<PlannedTicket> tickets = happening(4);

    passes(Duration.ofSeconds(1));
    system.speakers().forEach(PlayedSpeaker::fallSilent);
    passes(Duration.ofSeconds(5));
    system.speakers().forEach(PlayedSpeaker::speakAgain);

    Verdict verdict = system.verdict(tickets);
    tell("speakers silent", verdict);
    assertThat(verdict.everFalse()).isEmpty();
    assertThat(verdict.onIncompleteEvidence()).isEmpty();
  }

  private static List<PlannedTicket> happening(long seed) {
    return happening(seed, TICKETS, STRETCH);
  }

  private static List<PlannedTicket> happening(long seed, int count, Duration stretch) {
    List<PlannedTicket> tickets =
        new PlannedTickets(seed).between(count, now().plusMillis(200), stretch, WITHIN);
    system.plan(tickets);
    return tickets;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Life goes on; there is nothing to wait for but the time that an outage lasts. */
  private static void passes(Duration time) {
    Instant end = Instant.now().plus(time);
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(time.plus(MonitorUnderOutages.PATIENCE))
        .until(() -> Instant.now().isAfter(end));
  }

  private static void tell(String outage, Verdict verdict) {
    System.out.printf("%s: %s; latest after %s%n", outage, verdict, verdict.latest());
  }
}
