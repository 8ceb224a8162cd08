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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One instance, and outages that are shorter than the limit for which it holds a breach back. */
class OutagesIT extends Outages {

  private static final Duration TWO_HOURS = Duration.ofHours(2);

  @BeforeAll
  static void oneInstance() {
    begin(1, USUAL_HOLD);
  }

  @Test
  @DisplayName("R13: a broker that is away for a while makes no breach false, missed or double")
  void brokerAway() {
    List<PlannedTicket> tickets = happening(2);

    passes(Duration.ofSeconds(3));
    system.sandbox().stopKafka();
    passes(Duration.ofSeconds(4));
    system.sandbox().startKafka();

    nothingFalse("broker away", tickets);
  }

  @Test
  @DisplayName("R13: facts that wait at a speaker which says so keep every promise they keep")
  void factsWaitAtASpeaker() {
    List<PlannedTicket> tickets = happening(3);

    system.speaker(Topics.TICKET_INTAKE).holdBack(fact -> fact.sequence() > 1);
    passes(Duration.ofSeconds(5));
    system.speaker(Topics.TICKET_INTAKE).speakAgain();

    nothingFalse("facts wait", tickets);
  }

  @Test
  void a_speaker_that_is_silent_for_less_than_the_limit_makes_no_breach_false() {
    List<PlannedTicket> tickets = happening(4);

    passes(Duration.ofSeconds(1));
    system.speakers().forEach(PlayedSpeaker::fallSilent);
    passes(Duration.ofSeconds(5));
    system.speakers().forEach(PlayedSpeaker::speakAgain);

    nothingFalse("speakers silent", tickets);
  }

  @Test
  @DisplayName(
      "R13: hours of deadlines and stops behind a dead monitor are said once, as they were")
  void monitorKilled() {
    List<PlannedTicket> tickets = new ArrayList<>(happening(6, TICKETS, Duration.ofMillis(500)));
    List<PlannedTicket> forgotten = forgotten();
    system.awaitKnown(forgotten);
    system.monitor().kill();
    Instant killedAt = Instant.now();
    List<PlannedTicket> hours =
        new PlannedTickets(7)
            .between(4 * TICKETS, now().minus(Duration.ofHours(6)), Duration.ofHours(3), TWO_HOURS);
    system.plan(hours);
    tickets.addAll(hours);
    tickets.addAll(forgotten);
    Instant someAreLate = forgotten.get(TICKETS / 2).deadline(Metric.RESTORATION).plusSeconds(1);
    await()
        .atMost(MonitorUnderOutages.PATIENCE)
        .until(() -> system.saidAll() && Instant.now().isAfter(someAreLate));

    Instant startedAt = Instant.now();
    system.monitor().start();
    Health health = Health.untilReady(system.monitor());

    Verdict verdict = nothingFalse("monitor killed", tickets);
    assertThat(Verdict.on(hours, system.ear()).breaches()).isNotEmpty().allMatch(SlaBreached::late);
    assertThat(verdict.breaches())
        .filteredOn(breach -> breach.deadline().isAfter(killedAt))
        .filteredOn(breach -> breach.deadline().isBefore(startedAt.minusSeconds(1)))
        .isNotEmpty()
        .allMatch(SlaBreached::late);
    assertThat(Verdict.on(forgotten, system.ear()).outOfOrder()).isZero();
    assertThat(health.live()).as("liveness stays green").containsOnly(true);
    assertThat(health.redAnswers()).as("readiness is red while catching up").isNotEmpty();
  }

  @Test
  void a_monitor_that_stands_still_for_longer_than_its_session_says_nothing_false_or_twice() {
    List<PlannedTicket> tickets = happening(8);
    passes(Duration.ofSeconds(2));

    system.monitor().pause();
    passes(BEYOND_THE_SESSION);
    system.monitor().resume();

    nothingFalse("monitor paused", tickets);
  }

  @Test
  void a_reply_that_an_agent_logs_after_its_breach_takes_the_breach_back() {
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

  /** Each is due before the one that was heard of before it; nobody does anything about any. */
  private static List<PlannedTicket> forgotten() {
    List<PlannedTicket> tickets =
        IntStream.range(0, TICKETS)
            .mapToObj(
                i ->
                    new PlannedTicket(UUID.randomUUID(), now())
                        .promised(Metric.RESTORATION, WITHIN.multipliedBy(3).minusMillis(100L * i)))
            .toList();
    system.plan(tickets);
    return tickets;
  }
}
