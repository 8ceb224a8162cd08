package dev.hourglass.slamonitor.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private long now = Long.MAX_VALUE - 1;
  private final Turns turns = new Turns(Duration.ofMillis(500), Duration.ofSeconds(1), () -> now);

  @Test
  @DisplayName("the partitions share the time of a round")
  void partitionsShareARound() {
    turns.joined(0);
    assertThat(turns.nanos()).isEqualTo(Duration.ofMillis(500).toNanos());
    turns.joined(1);
    assertThat(turns.nanos()).isEqualTo(Duration.ofMillis(250).toNanos());
    turns.left(0);
    assertThat(turns.nanos()).isEqualTo(Duration.ofMillis(500).toNanos());
  }

  @Test
  @DisplayName("while breaches are said, what can wait has a tenth of a round; then all of it")
  void whatCanWaitHasATenthWhileBreachesAreSaid() {
    turns.joined(0);
    assertThat(turns.nanosForTheRest()).isEqualTo(turns.nanos());

    turns.spoke();
    assertThat(turns.nanosForTheRest()).isEqualTo(turns.nanos() / 10);

    now += Duration.ofMillis(249).toNanos();
    assertThat(turns.nanosForTheRest()).isEqualTo(turns.nanos() / 10);
    now += Duration.ofMillis(1).toNanos();
    assertThat(turns.nanosForTheRest()).isEqualTo(turns.nanos());
  }
}
