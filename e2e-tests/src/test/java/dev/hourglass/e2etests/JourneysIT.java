package dev.hourglass.e2etests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.e2etests.Ear.Heard;
import java.time.Duration;
import org.junit.jupiter.api.parallel.Isolated;

/** The journeys with nothing in the way: not while the others are killed either. */
@Isolated
class JourneysIT extends Journeys {

  @Override
  void inTheMiddle() {
    // Nothing happens: this is the plain journey.
  }

  /**
   * R12 is the one absolute time that we promise: a read_committed reader sees a breach within a
   * second.
   */
  @Override
  void punctual(Heard heard, SlaBreached breach) {
    super.punctual(heard, breach);
    assertThat(Duration.between(breach.deadline(), heard.arrivedAt()))
        .isLessThan(Duration.ofSeconds(1));
    assertThat(breach.late()).isFalse();
  }
}
