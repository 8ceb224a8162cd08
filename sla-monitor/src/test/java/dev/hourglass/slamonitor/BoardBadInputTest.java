package dev.hourglass.slamonitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "sla_monitor"))
class BoardBadInputTest {

  private static final Duration LONGER_THAN_MILLIS_COUNT = Duration.ofSeconds(Long.MAX_VALUE);

  private final TopicLog log = TopicLog.shared();

  @Test
  @DisplayName("a state that the board cannot hold is buried, and the states beside it are shown")
  void buriesWhatNoTableTakes() {
    UUID bad = UUID.randomUUID();
    UUID good = UUID.randomUUID();
    log.say(Topics.SLA_CLOCKS.name(), bad.toString(), "{no".getBytes(StandardCharsets.UTF_8));
    log.say(Topics.SLA_CLOCKS, state(bad, LONGER_THAN_MILLIS_COUNT));
    log.say(Topics.SLA_CLOCKS, state(good, Duration.ofHours(1)));

    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> given().get("/clocks/" + good).then().statusCode(200));
    given().get("/clocks/" + bad).then().statusCode(404);
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                assertThat(log.records(Topics.SLA_CLOCKS.deadLetters(Topics.SLA_MONITOR)))
                    .filteredOn(each -> bad.toString().equals(each.key()))
                    .hasSize(2));
  }

  private static Event<ClocksChanged> state(UUID ticketId, Duration within) {
    Instant now = Instant.parse("2026-11-23T09:00:00Z");
    ClockState clock =
        new ClockState(
            Metric.FIRST_REPLY,
            1,
            ClockStatus.RUNNING,
            now,
            now.plusSeconds(3_600),
            Duration.ofHours(1),
            null,
            within,
            "24x7",
            true);
    return Event.of(
        Topics.SLA_MONITOR,
        now,
        1,
        new ClocksChanged(
            ticketId, 1, now, 1, "HG-BOARD", "4711", null, null, "2021", List.of(clock)));
  }
}
