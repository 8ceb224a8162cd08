package dev.hourglass.slamonitor.kafka;

import static dev.hourglass.slamonitor.Facts.EDITION;
import static dev.hourglass.slamonitor.Facts.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.WithdrawnBecause;
import dev.hourglass.contracts.promise.Metric;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the monitor makes of what agents decide: a deadline by hand, and a merge. */
class DecisionsTest extends DrivenTopology {

  private static final Instant PROMISED = START.plus(HOUR);
  private static final Instant AGREED = START.plus(HOUR.multipliedBy(3));

  @BeforeEach
  void aPromiseOfAnHour() {
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.RESOLUTION, HOUR)));
    turnTo(START.plusSeconds(60));
  }

  @Test
  void aDeadlineSetByHandIsTheOneThatIsBreached() {
    hear(facts.deadlineSet(now, Metric.RESOLUTION, 1, AGREED));
    tick();
    assertThat(lastState().clocks().get(0).deadline()).isEqualTo(AGREED);

    turnTo(AGREED);
    assertThat(breaches()).isEmpty();
    tick();
    assertThat(breaches())
        .singleElement()
        .isInstanceOfSatisfying(
            SlaBreached.class, breach -> assertThat(breach.deadline()).isEqualTo(AGREED));
  }

  @Test
  void aDeadlineSetAfterTheBreachTakesItBack() {
    turnTo(PROMISED.plusSeconds(5));
    assertThat(breaches()).singleElement().isInstanceOf(SlaBreached.class);

    hear(facts.deadlineSet(now, Metric.RESOLUTION, 1, AGREED));
    tick();

    assertThat(breaches())
        .singleElement()
        .isInstanceOfSatisfying(
            SlaBreachWithdrawn.class,
            withdrawn ->
                assertThat(withdrawn.because()).isEqualTo(WithdrawnBecause.DEADLINE_MOVED));
  }

  @Test
  @DisplayName("R20: a merged ticket says neither warning nor breach")
  void aMergedTicketSaysNothing() {
    hear(facts.merged(now));
    turnTo(PROMISED.plus(HOUR.multipliedBy(48)));

    assertThat(warnings()).isEmpty();
    assertThat(breaches()).isEmpty();
    assertThat(lastState().clocks().get(0).status()).isEqualTo(ClockStatus.CANCELLED);
  }
}
