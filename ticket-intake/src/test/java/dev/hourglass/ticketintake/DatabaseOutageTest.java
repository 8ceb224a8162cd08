package dev.hourglass.ticketintake;

import static dev.hourglass.ticketintake.rest.Api.PROPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Topics;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.ticketintake.kafka.EventLog;
import dev.hourglass.ticketintake.postgres.Database;
import dev.hourglass.ticketintake.rest.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "ticket_intake"))
class DatabaseOutageTest {

  @TestHTTPResource("/")
  URI base;

  @Test
  @DisplayName("R23: a client that asks again after an outage gets one ticket")
  void an_outage_is_said_and_asking_again_with_the_same_key_makes_one_ticket() {
    Api api = new Api(base);
    UUID before = api.aTicket();
    String key = UUID.randomUUID().toString();

    SandboxResource.sandbox().stopPostgres();
    try {
      Api.Reply refused = api.postKeyed("/tickets", PROPER, key).is(503);
      assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
      assertThat(refused.header("Retry-After")).isEqualTo("5");
      assertThat(refused.body()).doesNotContain("Exception", "sql");
      api.get("/tickets/" + before).is(503);
      api.get("/q/health/ready").is(503);
      api.get("/q/health/live").is(200);
    } finally {
      SandboxResource.sandbox().startPostgres();
    }

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api.postKeyed("/tickets", PROPER, key).status() == 201);
    UUID id = api.postKeyed("/tickets", PROPER, key).is(201).id();
    assertThat(Database.text("select count(*) from idempotency_keys where key = '" + key + "'"))
        .isEqualTo("1");
    assertThat(EventLog.await(Topics.TIMINGS, id, 1)).hasSize(1);
    await().atMost(Duration.ofSeconds(60)).until(() -> api.get("/q/health/ready").status() == 200);
  }
}
