package dev.hourglass.slamonitor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.alert.SpokenUpTo;
import dev.hourglass.contracts.progress.RelayProgressed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakersGateTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final SpeakersGate gate =
      new SpeakersGate(
          List.of("intake", "notifier"),
          Duration.ofSeconds(3),
          Duration.ofMillis(300),
          Duration.ofSeconds(60));

  @Test
  void speakersThatReportAndHaveNothingWaitingHaveSpokenUpToNow() {
    report("intake", NOON, null);
    report("notifier", NOON, null);
    Instant now = NOON.plusSeconds(3);
    assertThat(gate.spokenUpTo(now)).isEqualTo(new SpokenUpTo(now, now));
    assertThat(gate.missing(now)).isEmpty();
  }

  @Test
  void aFactOnItsWayMeansNothingOneThatWaitsHoldsAlertsBack() {
    report("intake", NOON, null);
    report("notifier", NOON, NOON.minusMillis(300));
    assertThat(gate.spokenUpTo(NOON).complete()).isEqualTo(NOON);

    report("notifier", NOON, NOON.minusMillis(301));
    assertThat(gate.spokenUpTo(NOON).complete()).isEqualTo(NOON.minusMillis(301));
    assertThat(gate.missing(NOON)).containsOnlyKeys("notifier");
  }

  @Test
  void aSilentSpeakerHasSpokenUpToItsLastReport() {
    report("intake", NOON, null);
    report("notifier", NOON, null);
    Instant now = NOON.plusSeconds(3).plusMillis(1);
    report("intake", now, null);
    assertThat(gate.spokenUpTo(now)).isEqualTo(new SpokenUpTo(NOON, NOON));
  }

  @Test
  void nothingIsHeldForMoreThanAMinute() {
    report("intake", NOON, null);
    Instant now = NOON.plusSeconds(1);
    assertThat(gate.spokenUpTo(now))
        .as("the notifier was never heard")
        .isEqualTo(new SpokenUpTo(Instant.MIN, now.minusSeconds(60)));
  }

  @Test
  void aSpeakerWhoseClockIsWrongIsNotSilent() {
    report("intake", NOON, null);
    gate.heard(new RelayProgressed("notifier", NOON.minusSeconds(3_600), 0, null), NOON);
    assertThat(gate.spokenUpTo(NOON).complete()).isEqualTo(NOON);
  }

  @Test
  void whoeverElseReportsIsNotAsked() {
    report("intake", NOON, null);
    report("notifier", NOON, null);
    report("stranger", NOON, NOON.minusSeconds(100));
    assertThat(gate.spokenUpTo(NOON).complete()).isEqualTo(NOON);
  }

  private void report(String speaker, Instant at, Instant oldest) {
    gate.heard(new RelayProgressed(speaker, at, oldest == null ? 0 : 1, oldest), at);
  }
}
