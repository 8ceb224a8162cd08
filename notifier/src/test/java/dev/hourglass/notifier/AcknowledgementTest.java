package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.RECEIVED;
import static dev.hourglass.notifier.Fixtures.anyTicket;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.RiskReason;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.TicketEscalated;
import dev.hourglass.contracts.alert.WithdrawnBecause;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.timing.AlertAcknowledged;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.notifier.postgres.Housekeeping;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class AcknowledgementTest {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String TEAM_LEAD = "{\"by\":\"team-lead\"}";

  private final UUID ticketId = anyTicket().id();

  @Inject Housekeeping housekeeping;
  @Inject DataSource dataSource;

  @Test
  @DisplayName("R22: acknowledging an escalation is said once, and answered the same each time")
  void anEscalationIsAcknowledgedOnce() {
    String alert = heard(escalated());
    Response first = acknowledge(alert, TEAM_LEAD);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.<String>path("by")).isEqualTo("team-lead");
    assertThat(first.<String>path("metric")).isEqualTo("RESTORATION");
    assertThat(first.<Integer>path("cycle")).isEqualTo(2);
    Response second = acknowledge(alert, "{\"by\":\"director\"}");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.asString()).isEqualTo(first.asString());

    Event<Fact> said = onlyFact();
    AlertAcknowledged fact = (AlertAcknowledged) said.data();
    assertThat(fact.alert()).isEqualTo(alert);
    assertThat(fact.metric()).isEqualTo(Metric.RESTORATION);
    assertThat(fact.cycle()).isEqualTo(2);
    assertThat(fact.by()).isEqualTo("team-lead");
    assertThat(fact.occurredAt()).isEqualTo(Instant.parse(first.path("at")));
    assertThat(said.sequence()).isEqualTo(1);
  }

  @Test
  @DisplayName("R22: many who acknowledge at once hear of the same one, and one fact is said")
  void manyAtOnce() {
    String alert = heard(escalated());
    List<CompletableFuture<String>> answers =
        Stream.of("a", "b", "c", "d", "e", "f")
            .map(
                by ->
                    CompletableFuture.supplyAsync(
                        () -> acknowledge(alert, "{\"by\":\"" + by + "\"}").asString()))
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(onlyFact().data()).isInstanceOf(AlertAcknowledged.class);
  }

  @Test
  @DisplayName("R22: an alert about no clock is acknowledged, too, and stops nothing")
  void anAlertAboutNoClock() {
    String alert = heard(noPromise());
    assertThat(acknowledge(alert, TEAM_LEAD).<String>path("metric")).isNull();
    assertThat(((AlertAcknowledged) onlyFact().data()).metric()).isNull();
  }

  @Test
  void aBreachTakenBackIsNoAlert() {
    Event<Alert> withdrawn =
        event(
            new SlaBreachWithdrawn(
                ticketId,
                Metric.RESTORATION,
                1,
                0,
                "a-breach",
                RECEIVED,
                RECEIVED,
                WithdrawnBecause.CANCELLED,
                "HG-1",
                null));
    Broker.say(Topics.SLA_BREACHES, withdrawn);
    heard(escalated());
    assertThat(acknowledge(withdrawn.id(), TEAM_LEAD).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1b4e28ba-2fa1-31d2-883f-0016d3cca427| {\"by\":\"team-lead\"}| 404",
        "no-uuid| {\"by\":\"team-lead\"}| 404",
        "1-1-1-1-1| {\"by\":\"team-lead\"}| 404",
        "known| ''| 400",
        "known| null| 400",
        "known| []| 400",
        "known| {\"by\":| 400",
        "known| {\"by\":7}| 400",
        "known| {\"by\":\"team-lead\"} {}| 400",
        "known| {\"by\":\"a\",\"by\":\"b\"}| 400",
        "known| {\"by\":\"team-lead\",\"why\":\"fun\"}| 400",
        "known| {}| 422",
        "known| {\"by\":null}| 422",
        "known| {\"by\":\"\"}| 422",
        "known| {\"by\":\"Jane Doe\"}| 422",
        "known| {\"by\":\"jane@example.com\"}| 422",
        "known| {\"by\":\"a2345678901234567890123456789012345678901\"}| 422"
      })
  void badInputIsAProblemAndSaysNothing(String alert, String body, int status) {
    String id = alert.equals("known") ? heard(escalated()) : alert;
    Response problem = acknowledge(id, body);
    assertThat(problem.statusCode()).isEqualTo(status);
    assertThat(problem.contentType()).startsWith("application/problem+json");
    assertThat(problem.asString()).doesNotContain("Exception", "jackson", "jane@");
    assertThat(facts()).isEmpty();
  }

  @Test
  void whatIsAskedOtherwiseIsAProblem() {
    String path = "/alerts/" + UUID.randomUUID() + "/acknowledgement";
    assertThat(given().get(path).statusCode()).isEqualTo(405);
    assertThat(given().contentType("text/plain").body(TEAM_LEAD).post(path).statusCode())
        .isEqualTo(415);
    Response unread = given().contentType("application/json").body(TEAM_LEAD).post(path + "?a=b");
    assertThat(unread.statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("an alert of long ago is forgotten, and can be acknowledged no more")
  void alertsAreForgotten() throws SQLException {
    String alert = heard(escalated());
    housekeeping.forget(RECEIVED.plus(Duration.ofDays(90)));
    assertThat(acknowledge(alert, TEAM_LEAD).statusCode()).isEqualTo(200);
    housekeeping.forget(RECEIVED.plus(Duration.ofDays(90)).plusMillis(1));
    assertThat(acknowledge(alert, TEAM_LEAD).statusCode()).isEqualTo(404);
  }

  /** Says the alert and waits until it can be acknowledged. */
  private String heard(Event<Alert> alert) {
    Broker.say(
        alert.data() instanceof SlaAtRisk ? Topics.SLA_WARNINGS : Topics.SLA_BREACHES, alert);
    await().atMost(SOON).until(() -> rows(alert.id()) == 1);
    return alert.id();
  }

  private long rows(String alert) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select count(*) from alerts where id = ?::uuid")) {
      statement.setString(1, alert);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  private Event<Alert> escalated() {
    return event(
        new TicketEscalated(
            ticketId,
            Metric.RESTORATION,
            2,
            1,
            0,
            "team-lead",
            "mail",
            RECEIVED,
            RECEIVED,
            RECEIVED,
            0,
            Evidence.COMPLETE,
            "HG-1",
            "A-1001",
            Priority.P1,
            Plan.PREMIER_PLUS,
            "2021"));
  }

  private Event<Alert> noPromise() {
    return event(
        new SlaAtRisk(
            ticketId,
            RiskReason.NO_PROMISE,
            null,
            1,
            0,
            RECEIVED,
            null,
            RECEIVED,
            0,
            "HG-1",
            null,
            null,
            null,
            null));
  }

  private static Event<Alert> event(Alert alert) {
    return Event.withId(UUID.randomUUID().toString(), Topics.SLA_MONITOR, RECEIVED, 1, alert);
  }

  private Event<Fact> onlyFact() {
    await().atMost(SOON).until(() -> facts().size() == 1);
    return facts().get(0);
  }

  private List<Event<Fact>> facts() {
    return Broker.said(Topics.TIMINGS, ticketId, Topics.NOTIFIER);
  }

  private static Response acknowledge(String alert, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/alerts/" + alert + "/acknowledgement");
  }
}
