package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.RECEIVED;
import static dev.hourglass.notifier.Fixtures.anyTicket;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.postgres.Housekeeping;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class ApiTest {

  @Inject Housekeeping housekeeping;

  @Test
  void deliveriesAreListedWithoutTheAddress() {
    AnyTicket ticket = sent();
    Response page = get("/deliveries?state=SENT&size=5&ticketId=" + ticket.id());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.<Integer>path("total")).isEqualTo(1);
    assertThat(page.<List<String>>path("items.recipient")).containsExactly("a***@customer.example");
    assertThat(page.<List<String>>path("items.reference")).containsExactly(ticket.reference());
    assertThat(page.asString()).doesNotContain(ticket.email()).doesNotContain("null");
    assertThat(page.<List<String>>path("items.sentAt").get(0)).endsWith("Z");
  }

  @ParameterizedTest
  @CsvSource({
    "state=LOST, state",
    "ticketId=1-1-1-1-1, ticketId",
    "page=-1, page",
    "size=0, size",
    "size=201, size",
    "size=9999999999, size",
    "page=x, page",
    "size=, size",
    "state=, state",
    "status=SENT, status"
  })
  void aParameterThatCannotBeReadIs400(String query, String parameter) {
    Response problem = get("/deliveries?" + query);
    assertThat(problem.statusCode()).isEqualTo(400);
    assertThat(problem.contentType()).startsWith("application/problem+json");
    assertThat(problem.<List<String>>path("errors.parameter")).containsExactly(parameter);
    if (query.equals("state=LOST")) {
      assertThat(problem.<List<String>>path("errors[0].allowed")).contains("PENDING", "GIVEN_UP");
    }
  }

  @Test
  void itsStateIsToBeSeen() {
    sent();
    assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
    assertThat(get("/q/metrics").asString())
        .contains("notifier_deliveries_pending", "notifier_deliveries_sent_total")
        .contains("notifier_confirmation_time_seconds");
    assertThat(given().accept("application/json").get("/q/openapi").asString())
        .contains("/deliveries", "/survey/{token}");
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("the requester of a ticket closed long ago is forgotten, the evidence is kept")
  void requestersAreForgotten() throws SQLException {
    AnyTicket ticket = sent();
    Broker.say(Topics.TIMINGS, ticket.fact(30, new TicketClosed(ticket.id(), RECEIVED)));
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> {
              housekeeping.forget(RECEIVED.plus(Duration.ofDays(60)).plusMillis(1));
              assertThat(recipients(ticket)).containsExactly("");
            });
    assertThat(get("/deliveries?ticketId=" + ticket.id()).<List<String>>path("items.state"))
        .containsExactly("SENT");
  }

  private static List<String> recipients(AnyTicket ticket) {
    return get("/deliveries?ticketId=" + ticket.id()).path("items.recipient");
  }

  private static AnyTicket sent() {
    AnyTicket ticket = anyTicket();
    Broker.say(Topics.TICKETS, ticket.created());
    Broker.say(Topics.TIMINGS, ticket.received());
    Broker.say(Topics.TIMINGS, ticket.prioritized());
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                get("/deliveries?ticketId=" + ticket.id())
                    .<List<String>>path("items.state")
                    .equals(List.of("SENT")));
    return ticket;
  }
}
