package dev.hourglass.slamonitor.kafka;

import static dev.hourglass.slamonitor.Facts.EDITION;
import static dev.hourglass.slamonitor.Facts.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.alert.SpokenUpTo;
import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.slamonitor.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClockKeeperTest extends DrivenKeeper {

  @Test
  @DisplayName("R13: a restart goes on where it ended, says what it missed once and nothing twice")
  void goesOnWhereItEnded() {
    Facts facts = new Facts(UUID.randomUUID());
    start();
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    tickAt(START.plus(Duration.ofMinutes(45)));
    assertThat(said(SlaAtRisk.class)).hasSize(1);

    start();
    tickAt(START.plus(HOUR));
    assertThat(said(SlaAtRisk.class)).isEmpty();
    assertThat(said(SlaBreached.class)).isEmpty();

    start();
    tickAt(START.plus(HOUR.multipliedBy(2)));
    assertThat(said(SlaBreached.class))
        .singleElement()
        .satisfies(
            breach -> {
              assertThat(breach.deadline()).isEqualTo(START.plus(HOUR));
              assertThat(breach.late()).isTrue();
            });

    start();
    tickAt(START.plus(HOUR.multipliedBy(3)));
    assertThat(said(SlaBreached.class)).isEmpty();
  }

  @Test
  @DisplayName("R13: a breach waits for a silent speaker, through a restart, and is said once")
  void holdsABreachUntilTheSpeakersAreHeard() {
    Facts facts = new Facts(UUID.randomUUID());
    spoken = new SpokenUpTo(START, START, START);
    start();
    hear(facts.received(START));
    hear(
        facts.promised(
            START,
            EDITION,
            target(Metric.FIRST_REPLY, HOUR),
            target(Metric.RESTORATION, HOUR.multipliedBy(3))));
    tickAt(START.plus(HOUR).plusMillis(100));
    assertThat(said(SlaBreached.class)).isEmpty();
    assertThat(lastState().clocks()).noneMatch(clock -> clock.status() == ClockStatus.BREACHED);

    start();
    tickAt(START.plus(HOUR).plusMillis(200));
    tickAt(START.plus(HOUR.multipliedBy(3).dividedBy(2)));
    assertThat(said(SlaBreached.class)).isEmpty();
    assertThat(said(SlaAtRisk.class)).as("a warning does not wait").hasSize(1);

    spoken = new SpokenUpTo(START, START.plus(HOUR).plusMillis(1), START);
    tickAt(START.plus(HOUR.multipliedBy(3).dividedBy(2)).plusMillis(100));
    assertThat(said(SlaBreached.class))
        .singleElement()
        .satisfies(breach -> assertThat(breach.evidence()).isEqualTo(Evidence.COMPLETE));
    assertThat(lastState().clocks()).anyMatch(clock -> clock.status() == ClockStatus.BREACHED);
    tickAt(START.plus(HOUR.multipliedBy(3).dividedBy(2)).plusMillis(200));
    assertThat(said(SlaBreached.class)).hasSize(1);
  }

  @Test
  @DisplayName("R13: a mail relay that is slow holds up the confirmation's breach and no other")
  void holdsOnlyWhatTheSilentSpeakerCanKeep() {
    Facts facts = new Facts(UUID.randomUUID());
    Instant after = START.plus(HOUR).plusMillis(1);
    spoken = new SpokenUpTo(START, after, START);
    start();
    hear(facts.received(START));
    hear(
        facts.promised(
            START, EDITION, target(Metric.CONFIRMATION, HOUR), target(Metric.FIRST_REPLY, HOUR)));
    tickAt(START.plus(HOUR).plusSeconds(2));
    assertThat(said(SlaBreached.class))
        .singleElement()
        .satisfies(breach -> assertThat(breach.metric()).isEqualTo(Metric.FIRST_REPLY));
    assertThat(lastState().clocks())
        .filteredOn(clock -> clock.status() == ClockStatus.BREACHED)
        .extracting(ClockState::metric)
        .containsExactly(Metric.FIRST_REPLY);

    spoken = new SpokenUpTo(after, after, START);
    tickAt(START.plus(HOUR).plusSeconds(3));
    assertThat(said(SlaBreached.class))
        .extracting(SlaBreached::metric)
        .containsExactly(Metric.FIRST_REPLY, Metric.CONFIRMATION);
  }

  @Test
  @DisplayName("R13: a fact that a held breach waited for keeps the promise, and nothing is said")
  void aFactThatComesWhileTheBreachIsHeldKeepsThePromise() {
    Facts facts = new Facts(UUID.randomUUID());
    spoken = new SpokenUpTo(START, START, START);
    start();
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    tickAt(START.plus(HOUR).plusSeconds(1));
    hear(facts.replied(START.plus(HOUR)));
    spoken = SpokenUpTo.everything();
    tickAt(START.plus(HOUR).plusSeconds(2));

    assertThat(said(SlaBreached.class)).isEmpty();
    assertThat(lastState().clocks().get(0).status()).isEqualTo(ClockStatus.MET);
  }

  @Test
  @DisplayName("R13: a breach is not held for ever, and says that its evidence is incomplete")
  void saysAHeldBreachOnIncompleteEvidence() {
    Facts facts = new Facts(UUID.randomUUID());
    spoken = new SpokenUpTo(START, START, START);
    start();
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    tickAt(START.plus(HOUR).plusSeconds(59));
    assertThat(said(SlaBreached.class)).isEmpty();

    spoken = new SpokenUpTo(START, START, START.plus(HOUR).plusMillis(1));
    tickAt(START.plus(HOUR).plusSeconds(60));
    assertThat(said(SlaBreached.class))
        .singleElement()
        .satisfies(breach -> assertThat(breach.evidence()).isEqualTo(Evidence.INCOMPLETE));
  }

  @Test
  @DisplayName("a ticket with ten thousand facts is kept and looked at like any other")
  void keepsThousandsOfFacts() {
    Facts facts = new Facts(UUID.randomUUID());
    start();
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.RESTORATION, HOUR)));
    for (int i = 0; i < 10_000; i++) {
      hear(facts.replied(START));
      if (i % 100 == 0) {
        tickAt(START.plusSeconds(i / 100));
      }
    }

    start();
    tickAt(START.plus(HOUR.multipliedBy(2)));

    assertThat(said(SlaBreached.class)).hasSize(1);
    assertThat(lastState().facts()).isEqualTo(10_002);
  }
}
