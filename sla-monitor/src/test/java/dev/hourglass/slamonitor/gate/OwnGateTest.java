package dev.hourglass.slamonitor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.alert.SpokenUpTo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OwnGateTest {

  private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

  private final HandClock clock = new HandClock();
  private final OwnGate gate = new OwnGate(clock, Duration.ofSeconds(60));

  @BeforeEach
  void begin() {
    gate.began(3);
  }

  @Test
  void isShutUntilAnEndOffsetWasReached() {
    assertThat(open(0)).isFalse();
    gate.polled(3, 100, -1);
    assertThat(open(0)).isFalse();
    endSeen(100, 10);
    assertThat(open(10)).isTrue();
  }

  @Test
  void opensForASecondAndThenOnlyForWhatWasDueBefore() {
    gate.polled(3, 100, -1);
    endSeen(100, 10);
    assertThat(open(1_010)).isTrue();
    assertThat(heardUpTo(1_011)).contains(at(10));
  }

  @Test
  void isShutWhileARecordIsInTheBuffer() {
    gate.polled(3, 102, 101);
    endSeen(102, 10);
    assertThat(open(10)).isFalse();
    gate.processed(3, 100);
    assertThat(open(10)).isFalse();
    gate.processed(3, 101);
    assertThat(open(10)).isTrue();
  }

  @Test
  void transactionMarkersTakeOffsetsToo() {
    gate.polled(3, 103, 101);
    gate.processed(3, 101);
    endSeen(103, 10);
    assertThat(open(10)).isTrue();
  }

  @Test
  void opensUnderSteadyTrafficThatIsNeverQuiteReadToItsEnd() {
    gate.polled(3, 100, 99);
    gate.processed(3, 99);
    endSeen(100, 0);
    gate.polled(3, 200, 199);
    endSeen(250, 200);
    assertThat(open(300)).isTrue();
    assertThat(open(1_200)).isFalse();
    assertThat(gate.lag()).isEqualTo(150);
    gate.processed(3, 199);
    gate.polled(3, 260, 259);
    gate.processed(3, 249);
    assertThat(open(1_200)).isTrue();
  }

  @Test
  void anAnswerFromBeforeTheTaskBeganProvesNothing() {
    clock.now = at(500);
    gate.ended(3);
    gate.began(3);
    gate.polled(3, 100, -1);
    endSeen(100, 499);
    assertThat(open(500)).isFalse();
    endSeen(100, 500);
    assertThat(open(500)).isTrue();
  }

  @Test
  void aPartitionThatIsReadElsewhereIsNotOurs() {
    gate.polled(3, 100, -1);
    endSeen(100, 10);
    gate.ended(3);
    assertThat(open(10)).isFalse();
    assertThat(gate.partitions()).isEmpty();
    assertThat(gate.caughtUp(Duration.ofSeconds(5))).isTrue();
  }

  @Test
  void whatTheSpeakersSaidCountsOnceItsRecordsAreProcessed() {
    Spoken spoken = new Spoken(at(5), at(9));
    gate.polled(3, 100, 99);
    gate.endSeen(3, 100, at(10), spoken);
    assertThat(gate.spokenUpTo(3, at(10)).ofAllElse()).isEqualTo(Instant.MIN);
    gate.processed(3, 99);
    assertThat(gate.spokenUpTo(3, at(10))).isEqualTo(new SpokenUpTo(at(5), at(9), Instant.MIN));
  }

  @Test
  void whatHasBeenProcessedStaysKnownWhenASpeakerFallsBehind() {
    gate.polled(3, 100, -1);
    gate.endSeen(3, 100, at(10), new Spoken(at(9), at(9)));
    gate.endSeen(3, 100, at(20), new Spoken(at(2), at(19)));
    assertThat(gate.spokenUpTo(3, at(20))).isEqualTo(new SpokenUpTo(at(9), at(19), Instant.MIN));
  }

  @Test
  void nothingIsHeldForMoreThanAMinuteFromWhenTheTaskBegan() {
    assertThat(gate.spokenUpTo(3, at(59_999)).assumed()).isEqualTo(Instant.MIN);
    assertThat(gate.spokenUpTo(3, at(60_000)).assumed()).isEqualTo(at(0));
  }

  @Test
  @DisplayName("R13: it is behind until its end was reached, and again when that was too long ago")
  void isBehindUntilItsEndWasReached() {
    Duration tolerance = Duration.ofSeconds(5);
    assertThat(gate.caughtUp(tolerance)).isFalse();
    gate.polled(3, 90, 89);
    gate.processed(3, 89);
    endSeen(100, 0);
    assertThat(gate.caughtUp(tolerance)).isFalse();
    assertThat(gate.lag()).isEqualTo(10);

    gate.polled(3, 100, 99);
    gate.processed(3, 99);
    assertThat(gate.caughtUp(tolerance)).isTrue();
    clock.now = at(5_000);
    assertThat(gate.caughtUp(tolerance)).isTrue();
    clock.now = at(5_001);
    assertThat(gate.caughtUp(tolerance)).isFalse();
  }

  private void endSeen(long end, long millis) {
    gate.endSeen(3, end, at(millis), Spoken.NOTHING);
  }

  private boolean open(long millis) {
    return heardUpTo(millis).equals(Optional.of(at(millis)));
  }

  private Optional<Instant> heardUpTo(long millis) {
    return gate.heardUpTo(3, at(millis));
  }

  private static Instant at(long millis) {
    return START.plusMillis(millis);
  }

  private static final class HandClock extends Clock {

    private Instant now = START;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
