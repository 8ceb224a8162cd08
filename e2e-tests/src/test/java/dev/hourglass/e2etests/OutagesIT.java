package dev.hourglass.e2etests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.timing.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  /** The session ends after 6 s. */
  private static final Duration BEYOND_THE_SESSION = Duration.ofSeconds(8);

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

  @Test
  @DisplayName("R13: a speaker silent for longer: said on incomplete evidence, and taken back")
  void speakerSilentForLonger() {
    system.runs(1, SHORT_HOLD);
    List<PlannedTicket> tickets = happening(5, TICKETS, Duration.ofMillis(500));
    passes(Duration.ofSeconds(1));

    system.speaker(Topics.TICKET_INTAKE).fallSilent();
    long kept = tickets.stream().mapToLong(OutagesIT::promisesKeptByIntake).sum();
    await()
        .atMost(MonitorUnderOutages.PATIENCE)
        .until(() -> Verdict.on(tickets, system.ear()).everFalse().size() >= kept);
    system.speaker(Topics.TICKET_INTAKE).speakAgain();

    Verdict verdict = system.verdict(tickets);
    tell("speaker silent for longer", verdict);
    assertThat(verdict.everFalse())
        .isNotEmpty()
        .extracting(SlaBreached::evidence)
        .containsOnly(Evidence.INCOMPLETE);
  }

  @Test
  @DisplayName(
      "R13: hours of deadlines and stops behind a dead monitor are said once, as they were")
  void monitorKilled() {
    system.runs(1, USUAL_HOLD);
    List<PlannedTicket> tickets = new ArrayList<>(happening(6, TICKETS, Duration.ofMillis(500)));
    passes(Duration.ofSeconds(1));
    system.monitor().kill();
    Instant killedAt = Instant.now();
    List<PlannedTicket> hours =
        new PlannedTickets(7)
            .between(4 * TICKETS, now().minus(Duration.ofHours(6)), Duration.ofHours(3), TWO_HOURS);
    system.plan(hours);
    tickets.addAll(hours);
    await().atMost(MonitorUnderOutages.PATIENCE).until(system::saidAll);

    system.monitor().start();
    Health health = Health.untilReady(system.monitor());

    Verdict verdict = system.verdict(tickets);
    tell("monitor killed", verdict);
    System.out.printf("  %d out of order%n", verdict.outOfOrder());
    assertThat(verdict.everFalse()).isEmpty();
    assertThat(verdict.breaches())
        .filteredOn(breach -> breach.deadline().isBefore(killedAt))
        .isNotEmpty()
        .allMatch(SlaBreached::late);
    assertThat(health.live()).as("liveness stays green").containsOnly(true);
    assertThat(health.redAnswers()).as("readiness is red while catching up").isNotEmpty();
  }

  @Test
  void a_monitor_that_stands_still_for_longer_than_its_session_says_nothing_false_or_twice() {
    system.runs(1, USUAL_HOLD);
    List<PlannedTicket> tickets = happening(8);
    passes(Duration.ofSeconds(2));

    system.monitor().pause();
    passes(BEYOND_THE_SESSION);
    system.monitor().resume();

    Verdict verdict = system.verdict(tickets);
    tell("monitor paused", verdict);
    assertThat(verdict.everFalse()).isEmpty();
  }

  @Test
  void of_two_instances_one_that_comes_back_from_standing_still_says_nothing_twice() {
    system.runs(2, USUAL_HOLD);
    List<PlannedTicket> tickets = happening(9, 2 * TICKETS, STRETCH.multipliedBy(3));
    passes(Duration.ofSeconds(2));

    system.monitor().pause();
    passes(BEYOND_THE_SESSION);
    system.monitor().resume();

    Verdict verdict = system.verdict(tickets);
    tell("one of two paused", verdict);
    assertThat(verdict.everFalse()).isEmpty();
  }

  @Test
  void of_two_instances_one_is_killed_and_the_other_says_the_rest() {
    system.runs(2, USUAL_HOLD);
    List<PlannedTicket> tickets = happening(10, 2 * TICKETS, STRETCH.multipliedBy(3));
    passes(Duration.ofSeconds(2));

    system.monitor().kill();

    Verdict verdict = system.verdict(tickets);
    tell("one of two killed", verdict);
    assertThat(verdict.everFalse()).isEmpty();
    system.monitor().start();
  }

  @Test
  void a_reply_that_an_agent_logs_after_its_breach_takes_the_breach_back() {
    system.runs(1, USUAL_HOLD);
    Instant received = now();
    PlannedTicket ticket =
        new PlannedTicket(UUID.randomUUID(), received)
            .promised(Metric.FIRST_REPLY, Duration.ofSeconds(2))
            .stopped(Metric.FIRST_REPLY, received.plusSeconds(2));
    List<Event<Fact>> facts = ticket.events();
    PlayedSpeaker intake = system.speaker(Topics.TICKET_INTAKE);
    facts.subList(0, 2).forEach(fact -> system.speaker(fact.source()).plan(fact));
    await()
        .atMost(MonitorUnderOutages.PATIENCE)
        .until(() -> !Verdict.on(List.of(ticket), system.ear()).everFalse().isEmpty());

    intake.plan(facts.get(2));

    assertThat(system.verdict(List.of(ticket)).everFalse())
        .extracting(SlaBreached::evidence)
        .containsExactly(Evidence.COMPLETE);
  }

  private static long promisesKeptByIntake(PlannedTicket ticket) {
    return Stream.of(Metric.FIRST_REPLY, Metric.RESTORATION)
        .filter(metric -> ticket.missed(metric).isEmpty())
        .count();
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
