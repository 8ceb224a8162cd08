package dev.hourglass.e2etests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.TicketEscalated;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.timing.AlertAcknowledged;
import dev.hourglass.e2etests.Ear.Heard;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The journeys with nothing in the way: not while the others are killed either. */
@Isolated
class JourneysIT extends Journeys {

  @Override
  void inTheMiddle() {
    // Nothing happens: this is the plain journey.
  }

  @Test
  @DisplayName("R22, S29: a breach escalates until somebody acknowledges it, and no further")
  void aBreachEscalatesUntilSomebodyAcknowledgesIt() {
    String taken = desk.postId(desk.ticket("E2E-ESCALATED", anyAddress(), "SERVICE_DOWN", "NONE"));
    String left = desk.postId(desk.ticket("E2E-ESCALATED", anyAddress(), "SERVICE_DOWN", "NONE"));

    TicketEscalated first = hourglass.ear().first(TicketEscalated.class, taken, SOON);
    assertThat(first.level()).isEqualTo(1);
    assertThat(first.dueAt())
        .isEqualTo(hourglass.ear().first(SlaBreached.class, taken, SOON).deadline());
    String alert = hourglass.ear().heard(TicketEscalated.class, taken).get(0).event().id();
    await("the alert can be acknowledged")
        .atMost(SOON)
        .until(() -> desk.acknowledge(alert, "team-lead").status() == 200);
    Instant acknowledged = hourglass.ear().first(AlertAcknowledged.class, taken, SOON).occurredAt();
    assertThat(acknowledged).isBefore(first.dueAt().plusSeconds(12));

    await("the other ticket is escalated further")
        .atMost(SOON)
        .until(() -> hourglass.ear().all(TicketEscalated.class, left).size() == 2);
    JsonNode clock = desk.explained(taken, Metric.FIRST_REPLY);
    assertThat(clock.at("/escalations/0/reached").booleanValue()).isTrue();
    assertThat(clock.at("/escalations/0/alert").textValue()).isEqualTo(alert);
    assertThat(clock.at("/escalations/1/reached").booleanValue()).isFalse();
    assertThat(clock.at("/acknowledgements/0/by").textValue()).isEqualTo("team-lead");
    assertThat(hourglass.ear().all(TicketEscalated.class, taken)).hasSize(1);
    assertThat(hourglass.ear().all(AlertAcknowledged.class, taken)).hasSize(1);
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
