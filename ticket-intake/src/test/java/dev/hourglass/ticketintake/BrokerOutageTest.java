package dev.hourglass.ticketintake;

import static dev.hourglass.ticketintake.rest.Api.PROPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "ticket_intake"))
class BrokerOutageTest {

  @TestHTTPResource("/")
  URI base;

  @Test
  void tickets_are_taken_while_the_broker_is_down_and_said_in_order_once_it_is_back() {
    Api api = new Api(base);
    List<UUID> tickets = new ArrayList<>();

    SandboxResource.sandbox().stopKafka();
    try {
      for (int i = 0; i < 5; i++) {
        UUID id = api.postTicket(PROPER).is(201).id();
        api.command(id, "pause", "{\"reason\":\"WAITING_CUSTOMER\"}").is(200);
        api.command(id, "resume").is(200);
        api.command(id, "solve").is(200);
        tickets.add(id);
      }
      assertThat(api.get("/q/health/ready").status()).isEqualTo(200);
      assertThat(Database.text("select count(*) from outbox")).isEqualTo("25");
    } finally {
      SandboxResource.sandbox().startKafka();
    }

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Database.text("select count(*) from outbox").equals("0"));
    for (UUID id : tickets) {
      List<Event<?>> facts = new ArrayList<>(EventLog.await(Topics.TIMINGS, id, 4));
      assertThat(facts)
          .extracting(Event::type)
          .containsExactly("TicketReceived", "TicketPaused", "TicketResumed", "TicketSolved");
      assertThat(facts).extracting(Event::id).doesNotHaveDuplicates();
      assertThat(EventLog.await(Topics.TICKETS, id, 1)).hasSize(1);
    }
  }
}
