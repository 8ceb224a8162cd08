package dev.hourglass.slamonitor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.progress.RelayProgressed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakersGateTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant EARLIER = NOON.minusSeconds(10);

  private final SpeakersGate gate = new SpeakersGate(List.of("intake", "notifier"), "notifier");

  @Test
  void whoWasNeverHeardHasSaidNothing() {
    report("intake", NOON);
    assertThat(gate.spoken()).isEqualTo(new Spoken(Instant.MIN, NOON));
    assertThat(gate.missing(NOON)).containsOnlyKeys("notifier");
  }

  @Test
  void aSpeakerOfDeliveriesHoldsNothingElseBack() {
    report("intake", NOON);
    report("notifier", EARLIER);
    assertThat(gate.spoken()).isEqualTo(new Spoken(EARLIER, NOON));
  }

  @Test
  void whoMayMoveAnyClockHoldsAllBack() {
    report("intake", EARLIER);
    report("notifier", NOON);
    assertThat(gate.spoken()).isEqualTo(new Spoken(EARLIER, EARLIER));
    assertThat(gate.missing(NOON)).containsEntry("intake", EARLIER).hasSize(1);
  }

  @Test
  void theLatestReportCountsAlsoIfItTakesBackTheOneBefore() {
    report("intake", NOON);
    report("notifier", NOON);
    report("intake", EARLIER);
    assertThat(gate.spoken().ofAllElse()).isEqualTo(EARLIER);
  }

  @Test
  void aClockThatIsAheadPromisesNothingOfTheFuture() {
    report("intake", NOON);
    gate.heard(new RelayProgressed("notifier", NOON, NOON, 0), EARLIER);
    assertThat(gate.spoken().ofDeliveries()).isEqualTo(EARLIER);
  }

  @Test
  void whoeverElseReportsIsNotAsked() {
    report("intake", NOON);
    report("notifier", NOON);
    report("stranger", EARLIER);
    assertThat(gate.spoken()).isEqualTo(new Spoken(NOON, NOON));
  }

  private void report(String speaker, Instant saidUpTo) {
    gate.heard(new RelayProgressed(speaker, NOON, saidUpTo, 0), NOON);
  }
}
