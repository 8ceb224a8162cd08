package dev.hourglass.slamonitor.kafka;

import static dev.hourglass.slamonitor.Facts.EDITION;
import static dev.hourglass.slamonitor.Facts.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.alert.SpokenUpTo;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.TicketEscalated;
import dev.hourglass.contracts.promise.EscalationLevel;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EscalationTopologyTest extends DrivenTopology {

  private static final Instant HALFWAY = START.plus(HOUR.dividedBy(2));
  private static final Instant DEADLINE = START.plus(HOUR);

  @BeforeEach
  void aTicketThatEscalates() {
    Target target =
        target(Metric.FIRST_REPLY, HOUR)
            .escalatedAt(
                List.of(
                    EscalationLevel.atShare(1, 50, "team-lead", "mail"),
                    EscalationLevel.after(2, HOUR, "director", "phone")
                        .repeated(1, Duration.ofMinutes(30))));
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target));
  }

  @Test
  @DisplayName("R22: each level is said on sla-breaches past its instant, never before or again")
  void eachLevelIsSaidOnce() {
    turnTo(HALFWAY);
    assertThat(alerts()).isEmpty();
    turnTo(HALFWAY.plusMillis(100));
    Event<Alert> first = alerts().get(0);
    TicketEscalated escalated = (TicketEscalated) first.data();
    assertThat(escalated.to()).isEqualTo("team-lead");
    assertThat(escalated.latenessMillis()).isEqualTo(100);
    assertThat(escalated.evidence()).isEqualTo(Evidence.COMPLETE);

    turnTo(DEADLINE.plusMillis(100));
    assertThat(breaches()).singleElement().isInstanceOf(SlaBreached.class);
    turnTo(DEADLINE.plus(HOUR).plusMillis(100));
    turnTo(DEADLINE.plus(HOUR.multipliedBy(5)));
    List<Event<Alert>> later = alerts();
    assertThat(later)
        .extracting(event -> ((TicketEscalated) event.data()).repetition())
        .containsExactly(0, 1);
    assertThat(later).extracting(Event::sequence).containsExactly(3L, 4L);
    assertThat(registry.get("sla.monitor.escalations").counter().count()).isEqualTo(3);
    assertThat(registry.get("sla.monitor.breaches.withdrawn").counter().count()).isZero();
  }

  @Test
  @DisplayName("R22: who acknowledges the breach is not escalated over")
  void acknowledgingStopsTheChain() {
    turnTo(DEADLINE.plusMillis(100));
    Event<Alert> breach = alerts().get(1);
    assertThat(breach.data()).isInstanceOf(SlaBreached.class);
    hear(facts.acknowledged(now, breach.id(), Metric.FIRST_REPLY));
    turnTo(DEADLINE.plus(HOUR.multipliedBy(5)));
    assertThat(alerts()).isEmpty();
  }

  @Test
  @DisplayName("R22: a level waits for the speakers, and for what they say of its clock")
  void aLevelWaitsForTheSpeakers() {
    gate.spoken = new SpokenUpTo(HALFWAY, HALFWAY.plusSeconds(60), Instant.MIN);
    turnTo(HALFWAY.plusMillis(100));
    assertThat(alerts()).isEmpty();
    assertThat(registry.get("sla.monitor.tickets.held").gauge().value()).isEqualTo(1);
    hear(facts.acknowledged(HALFWAY.minusMillis(1), "a-warning", Metric.FIRST_REPLY));
    gate.spoken = SpokenUpTo.everything();
    turnTo(HALFWAY.plusSeconds(1));
    assertThat(alerts()).isEmpty();
    assertThat(registry.get("sla.monitor.tickets.held").gauge().value()).isZero();
  }

  @Test
  @DisplayName("R22: a held level is said when the speakers are heard of it, without a fact")
  void aHeldLevelIsSaidWhenTheSpeakersAreHeard() {
    gate.spoken = new SpokenUpTo(HALFWAY, HALFWAY.plusSeconds(60), Instant.MIN);
    turnTo(HALFWAY.plusMillis(100));
    assertThat(alerts()).isEmpty();
    gate.spoken = new SpokenUpTo(HALFWAY.plusMillis(1), HALFWAY.plusSeconds(60), Instant.MIN);
    tick();
    assertThat(breaches()).singleElement().isInstanceOf(TicketEscalated.class);
  }
}
