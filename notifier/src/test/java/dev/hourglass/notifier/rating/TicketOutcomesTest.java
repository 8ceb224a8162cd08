package dev.hourglass.notifier.rating;

import static dev.hourglass.notifier.Fixtures.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.rating.ClockOutcome;
import dev.hourglass.contracts.rating.MetricOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TicketOutcomesTest {

  private static final Instant REOPENED = RECEIVED.plus(Duration.ofHours(5));

  @ParameterizedTest
  @CsvSource({
    "RUNNING, OPEN",
    "AT_RISK, OPEN",
    "PAUSED, OPEN",
    "BREACHED, BREACHED",
    "MET, MET",
    "MET_LATE, MET_LATE",
    "CANCELLED, CANCELLED"
  })
  void whatAStateComesTo(ClockStatus status, ClockOutcome outcome) {
    assertThat(of(clock(Metric.RESTORATION, 1, status, RECEIVED)).ofCycle(1))
        .containsExactly(new MetricOutcome(Metric.RESTORATION, outcome));
  }

  @ParameterizedTest
  @EnumSource(ClockStatus.class)
  void everyStateComesToSomething(ClockStatus status) {
    assertThat(of(clock(Metric.FIRST_REPLY, 1, status, RECEIVED)).ofCycle(1)).hasSize(1);
  }

  @Test
  void eachCycleOfTheTicketHasItsOwn() {
    TicketOutcomes outcomes =
        of(
            clock(Metric.RESTORATION, 2, ClockStatus.BREACHED, REOPENED),
            clock(Metric.RESTORATION, 1, ClockStatus.MET, RECEIVED),
            clock(Metric.FIRST_REPLY, 1, ClockStatus.MET_LATE, RECEIVED));
    assertThat(outcomes.ofCycle(1))
        .containsExactly(
            new MetricOutcome(Metric.FIRST_REPLY, ClockOutcome.MET_LATE),
            new MetricOutcome(Metric.RESTORATION, ClockOutcome.MET));
    assertThat(outcomes.ofCycle(2))
        .containsExactly(new MetricOutcome(Metric.RESTORATION, ClockOutcome.BREACHED));
    assertThat(outcomes.ofCycle(3)).isEmpty();
  }

  @Test
  @DisplayName("the worst of the questions counts, each in the cycle in which it was asked")
  void ofManyQuestionsTheWorst() {
    TicketOutcomes outcomes =
        of(
            clock(Metric.NEXT_REPLY, 1, ClockStatus.MET, RECEIVED.plusSeconds(60)),
            clock(Metric.NEXT_REPLY, 2, ClockStatus.MET_LATE, REOPENED.minusMillis(1)),
            clock(Metric.NEXT_REPLY, 3, ClockStatus.MET, REOPENED),
            clock(Metric.NEXT_REPLY, 4, ClockStatus.CANCELLED, REOPENED.plusSeconds(60)),
            clock(Metric.RESOLUTION, 2, ClockStatus.RUNNING, REOPENED));
    assertThat(outcomes.ofCycle(1))
        .containsExactly(new MetricOutcome(Metric.NEXT_REPLY, ClockOutcome.MET_LATE));
    assertThat(outcomes.ofCycle(2))
        .containsExactly(
            new MetricOutcome(Metric.NEXT_REPLY, ClockOutcome.MET),
            new MetricOutcome(Metric.RESOLUTION, ClockOutcome.OPEN));
  }

  @Test
  void theOrderOfTheClocksDoesNotMatter() {
    List<ClockState> clocks = new ArrayList<>();
    for (ClockStatus status : ClockStatus.values()) {
      clocks.add(clock(Metric.UPDATE, clocks.size() + 1, status, RECEIVED));
    }
    TicketOutcomes outcomes = TicketOutcomes.of(clocks);
    assertThat(outcomes.ofCycle(1))
        .containsExactly(new MetricOutcome(Metric.UPDATE, ClockOutcome.BREACHED));
    for (int turn = 0; turn < clocks.size(); turn++) {
      Collections.rotate(clocks, 1);
      assertThat(TicketOutcomes.of(clocks)).isEqualTo(outcomes);
    }
  }

  private static TicketOutcomes of(ClockState... clocks) {
    return TicketOutcomes.of(List.of(clocks));
  }

  private static ClockState clock(Metric metric, int cycle, ClockStatus status, Instant startedAt) {
    return new ClockState(
        metric, cycle, status, startedAt, null, null, null, Duration.ofHours(4), "24x7", true);
  }
}
