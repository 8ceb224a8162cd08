package dev.hourglass.prioritizer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class DatabaseOutageTest {

  @Test
  @DisplayName("a ticket that comes while the database is away waits, and is no dead letter")
  void waitsForTheDatabase() throws SQLException {
    UUID ticket = UuidCreator.getTimeOrderedEpoch();
    TopicLog log = TopicLog.shared();
    lockOut();
    try {
      log.say(
          Topics.TICKETS,
          TicketFixture.created(
              ticket, TicketFixture.outageOf("OUT-1", "ada@acme.example", Role.ADMIN)));
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));
      assertThat(promises(log, ticket)).isZero();
      given()
          .get("/accounts")
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", "5")
          .body("title", equalTo("Storage unavailable"));
    } finally {
      letIn();
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(promises(log, ticket)).isEqualTo(1));
    given().get("/q/health/live").then().statusCode(200);
    assertThat(
            log.records(Topics.TICKETS.deadLetters(Topics.PRIORITIZER)).stream()
                .filter(each -> ticket.toString().equals(each.key())))
        .isEmpty();
  }

  private static long promises(TopicLog log, UUID ticket) {
    return log.records(Topics.TIMINGS.name()).stream()
        .filter(each -> ticket.toString().equals(each.key()))
        .count();
  }

  private static void lockOut() throws SQLException {
    asAdministrator("alter role prioritizer nologin");
    asAdministrator(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'prioritizer'");
  }

  private static void letIn() throws SQLException {
    asAdministrator("alter role prioritizer login");
  }

  private static void asAdministrator(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                SandboxResource.sandbox().jdbcUrl("postgres"), "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
