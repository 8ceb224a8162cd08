package dev.hourglass.slamonitor.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.WithdrawnBecause;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.slamonitor.json.AlertJson;
import dev.hourglass.slamonitor.ledger.AlertLog;
import dev.hourglass.slamonitor.ledger.SaidAlert;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "sla_monitor"))
class PostgresAlertLogTest {

  private static final Instant DEADLINE = Instant.parse("2026-11-23T09:00:00.123Z");
  private static final int MANY = 100;

  @Inject AlertLog log;

  private final UUID ticketId = UUID.randomUUID();

  @Test
  @DisplayName("R11: an alert that is read again stays as it was")
  void keepsAnAlertOnceInTheOrderInWhichItWasSaid() {
    SaidAlert first = withdrawal(ticketId, 0);
    SaidAlert second = withdrawal(ticketId, 1);
    SaidAlert foreign = withdrawal(UUID.randomUUID(), 0);
    log.keep(List.of(second, foreign, first));
    log.keep(List.of(first, second));

    assertThat(log.of(ticketId, MANY)).containsExactly(first, second);
    assertThat(log.of(ticketId, 1)).containsExactly(first);
    assertThat(log.of(UUID.randomUUID(), MANY)).isEmpty();
    assertThat(first.takesBack()).isEqualTo("breach-0");
    assertThat(first.dueAt()).isEqualTo(DEADLINE);
  }

  private static SaidAlert withdrawal(UUID ticketId, int revision) {
    SlaBreachWithdrawn data =
        new SlaBreachWithdrawn(
            ticketId,
            Metric.FIRST_REPLY,
            1,
            revision,
            "breach-" + revision,
            DEADLINE,
            DEADLINE.plusSeconds(60 + revision),
            WithdrawnBecause.STOPPED_IN_TIME,
            "HG-1",
            null);
    byte[] event = EventJson.write(Event.of("sla-monitor", data.detectedAt(), revision, data));
    return AlertJson.read(new String(event, StandardCharsets.UTF_8));
  }
}
