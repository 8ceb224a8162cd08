package dev.hourglass.slamonitor.kafka;

import static dev.hourglass.slamonitor.Facts.EDITION;
import static dev.hourglass.slamonitor.Facts.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.slamonitor.Facts;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InOrderOfDeadlineTest extends DrivenTopology {

  @Test
  @DisplayName("R13: what is found while catching up is said in the order of the deadlines")
  void saysABacklogInOrderOfDeadlines() {
    gate.open = false;
    for (int hours = 5; hours > 0; hours--) {
      Facts other = new Facts(UUID.randomUUID());
      hear(other.received(START.minus(Duration.ofHours(10))));
      hear(
          other.promised(
              START.minus(Duration.ofHours(10)),
              EDITION,
              target(Metric.FIRST_REPLY, HOUR.multipliedBy(hours)),
              target(Metric.RESTORATION, HOUR.multipliedBy(hours).plusMinutes(90))));
      now = now.plusMillis(10);
    }
    gate.open = true;
    tick();

    assertThat(breaches())
        .hasSize(10)
        .extracting(alert -> ((SlaBreached) alert).deadline())
        .isSortedAccordingTo(Comparator.naturalOrder());
  }
}
