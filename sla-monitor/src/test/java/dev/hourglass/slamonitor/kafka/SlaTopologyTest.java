package dev.hourglass.slamonitor.kafka;

import static dev.hourglass.slamonitor.Facts.EDITION;
import static dev.hourglass.slamonitor.Facts.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.RiskReason;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.WithdrawnBecause;
import dev.hourglass.contracts.promise.Metric;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlaTopologyTest extends DrivenTopology {

  @Test
  void saysAtTheWarningPointAndAfterTheDeadlineAndNeverBefore() {
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));

    turnTo(START.plus(HOUR.dividedBy(2)).minusMillis(1));
    assertThat(warnings()).isEmpty();
    turnTo(START.plus(HOUR.dividedBy(2)));
    assertThat(warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.level()).isEqualTo(1);
              assertThat(warning.reason()).isEqualTo(RiskReason.WARNING_POINT);
              assertThat(warning.latenessMillis()).isZero();
            });

    turnTo(START.plus(HOUR));
    assertThat(breaches()).isEmpty();
    turnTo(START.plus(HOUR).plusMillis(100));
    assertThat(breaches())
        .singleElement()
        .isInstanceOfSatisfying(
            SlaBreached.class,
            breach -> {
              assertThat(breach.deadline()).isEqualTo(START.plus(HOUR));
              assertThat(breach.latenessMillis()).isEqualTo(100);
              assertThat(breach.late()).isFalse();
              assertThat(breach.evidence()).isEqualTo(Evidence.COMPLETE);
            });

    turnTo(START.plus(HOUR.multipliedBy(5)));
    assertThat(warnings()).isEmpty();
    assertThat(breaches()).isEmpty();
  }

  @Test
  void aReplyAtTheVeryDeadlineIsInTime() {
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    turnTo(START.plus(HOUR));
    hear(facts.replied(START.plus(HOUR)));
    turnTo(START.plus(HOUR).plusSeconds(10));

    assertThat(breaches()).isEmpty();
    assertThat(lastState().clocks().get(0).status()).isEqualTo(ClockStatus.MET);
  }

  @Test
  void aBreachIsWithdrawnWhenAReplyInTimeIsHeardOfLate() {
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    turnTo(START.plus(HOUR).plusSeconds(5));
    Event<Alert> breach = alerts().get(0);

    hear(facts.replied(START.plusSeconds(60)));
    tick();

    assertThat(alerts())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.sequence()).isEqualTo(2);
              SlaBreachWithdrawn withdrawn = (SlaBreachWithdrawn) event.data();
              assertThat(withdrawn.breachId()).isEqualTo(breach.id());
              assertThat(withdrawn.because()).isEqualTo(WithdrawnBecause.STOPPED_IN_TIME);
            });
  }

  @Test
  @DisplayName("R13: nothing is said while the gate is shut, and late but true once it opens")
  void waitsForTheGate() {
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    tick();
    gate.open = false;
    turnTo(START.plus(HOUR).plusSeconds(1_800));
    assertThat(breaches()).isEmpty();
    gate.open = true;
    tick();
    assertThat(breaches())
        .singleElement()
        .isInstanceOfSatisfying(
            SlaBreached.class,
            breach -> {
              assertThat(breach.deadline()).isEqualTo(START.plus(HOUR));
              assertThat(breach.late()).isTrue();
            });
  }

  @Test
  @DisplayName("R19: each question of a ticket is breached once, under a cycle of its own")
  void eachQuestionIsBreachedOnce() {
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.NEXT_REPLY, HOUR)));
    hear(facts.replied(START.plusSeconds(60)));
    for (int question = 1; question <= 2; question++) {
      Instant asked = now.plusSeconds(60);
      turnTo(asked);
      hear(facts.asked(asked));
      turnTo(asked.plus(HOUR).plusMillis(200));
      int cycle = question;
      assertThat(breaches())
          .singleElement()
          .isInstanceOfSatisfying(
              SlaBreached.class,
              breach -> {
                assertThat(breach.cycle()).isEqualTo(cycle);
                assertThat(breach.deadline()).isEqualTo(asked.plus(HOUR));
              });
      hear(facts.replied(now));
      tick();
      assertThat(breaches()).isEmpty();
    }
  }

  @Test
  void aTicketWithoutAPromiseIsSaidAfterAMinute() {
    hear(facts.received(START));
    turnTo(START.plusMillis(59_900));
    assertThat(warnings()).isEmpty();
    turnTo(START.plusSeconds(60));
    assertThat(warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.reason()).isEqualTo(RiskReason.NO_PROMISE));
    turnTo(START.plusSeconds(600));
    assertThat(warnings()).isEmpty();

    hear(facts.promised(now, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    tick();
    assertThat(lastState().clocks().get(0).deadline()).isEqualTo(START.plus(HOUR));
  }

  @Test
  void aTicketWaitsForItsCalendar() {
    hear(facts.received(START));
    hear(facts.promised(START, "not-yet", target(Metric.FIRST_REPLY, HOUR)));
    turnTo(START.plus(HOUR).plusSeconds(10));
    assertThat(breaches()).isEmpty();
    assertThat(registry.get("sla.monitor.tickets.unresolved").gauge().value()).isEqualTo(1);

    hearEdition("not-yet");
    tick();
    assertThat(breaches()).hasSize(1);
    assertThat(registry.get("sla.monitor.tickets.unresolved").gauge().value()).isZero();
  }

  @Test
  void aClosedTicketShrinksToAMarkerAndLeavesTheCompactedTopic() {
    hear(facts.received(START));
    turnTo(START.plusSeconds(60));
    hear(facts.closed(now));
    turnTo(START.plus(Duration.ofDays(30)));
    assertThat(lastState()).isNotNull();
    turnTo(START.plus(Duration.ofDays(30)).plusSeconds(60));
    assertThat(
            driver
                .createOutputTopic(
                    "sla-clocks", new StringDeserializer(), new ByteArrayDeserializer())
                .readKeyValue()
                .value)
        .isNull();

    hear(facts.replied(START.plusSeconds(70)));
    tick();
    assertThat(states()).isEmpty();
  }
}
