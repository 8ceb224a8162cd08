package dev.hourglass.slamonitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was really published of a ticket, beside what its facts call for. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "sla_monitor"))
class AlertsInTheLedgerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final UUID ticketId = UUID.randomUUID();
  private final Facts facts = new Facts(ticketId);
  private final TopicLog log = TopicLog.shared();
  private final Instant received =
      Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
  private final String breachedAt = received.plusSeconds(1_800).toString();
  private KafkaProducer<String, byte[]> producer;
  private Speakers speakers;

  @BeforeEach
  void aBreachWasSaid() {
    Map<String, Object> broker =
        Map.of("bootstrap.servers", SandboxResource.sandbox().bootstrapServers());
    producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
    speakers = new Speakers(producer);
    log.say(Topics.EDITIONS, Facts.edition(Facts.EDITION, received));
    say(facts.received(received));
    say(
        facts.promised(
            received, Facts.EDITION, Facts.target(Metric.FIRST_REPLY, Duration.ofMinutes(30))));
    awaitAlerts("SlaBreached");
  }

  @AfterEach
  void disconnect() {
    speakers.close();
    producer.close();
  }

  @Test
  @DisplayName("R13: the ledger shows the breach as it was published, with its lateness")
  void showsWhatWasPublished() {
    Event<?> published = log.events(Topics.SLA_BREACHES, ticketId.toString()).get(0);

    Map<String, Object> breach = alert("SlaBreached");

    assertThat(breach).containsEntry("id", published.id()).containsEntry("dueAt", breachedAt);
    assertThat(breach).containsEntry("accord", "AGREED").containsKey("detectedAt");
    assertThat((Integer) breach.get("latenessMillis")).isGreaterThan(1_000_000);
    assertThat(breach.get("evidence")).isIn("COMPLETE", "INCOMPLETE");
    assertThat(given().get(path("/page")).asString())
        .contains("What was said", published.id(), "as the facts call for it");
  }

  @Test
  @DisplayName("R13: what had been said then, and what is known of it now")
  void showsWhatHadBeenSaidThen() {
    Instant then = Instant.now();
    say(facts.replied(received.plusSeconds(60)));
    awaitAlerts("SlaBreachWithdrawn");

    JsonPath ledger = given().queryParam("at", then.toString()).get(path("/ledger")).jsonPath();

    assertThat(accords(ledger, "alertsKnownThen")).contains("SlaBreached AGREED");
    assertThat(accords(ledger, "alertsKnownThen")).noneMatch(each -> each.contains("Withdrawn"));
    assertThat(accords(ledger, "alertsKnownNow")).contains("SlaBreached TAKEN_BACK");
    assertThat(given().get(path("/page?at=" + then)).asString())
        .contains("As known then", "said, and taken back");
    given()
        .queryParam("at", received.toString())
        .get(path("/ledger"))
        .then()
        .body("alertsKnownThen", hasSize(0))
        .body("alertsKnownNow", hasSize(0));
  }

  @Test
  @DisplayName("what is no alert goes to the dead letters, and one of an unknown type is kept")
  void keepsAlertsOfTypesToCome() {
    String key = ticketId.toString();
    // Not on the topic of breaches, which other tests read whole.
    String topic = Topics.SLA_WARNINGS.name();
    int dead = log.records(topic + ".sla-monitor.dlq").size();
    log.say(topic, key, "{no".getBytes(StandardCharsets.UTF_8));
    log.say(
        topic,
        key,
        """
        {"specversion":"1.0","id":"e-%1$s","source":"sla-monitor","type":"TicketEscalated",
         "subject":"%1$s","time":"%2$s","sequence":"9",
         "data":{"ticketId":"%1$s","metric":"FIRST_REPLY","cycle":1,"level":2,
                 "deadline":"%2$s","detectedAt":"%2$s","latenessMillis":7}}
        """
            .formatted(ticketId, breachedAt)
            .getBytes(StandardCharsets.UTF_8));

    awaitAlerts("TicketEscalated");

    assertThat(alert("TicketEscalated"))
        .containsEntry("level", 2)
        .containsEntry("id", "e-" + ticketId)
        .containsEntry("accord", "NOT_COMPARED");
    assertThat(log.records(topic + ".sla-monitor.dlq")).hasSize(dead + 1);
  }

  @Test
  @DisplayName("the same address answers programs with JSON and browsers with the page")
  void answersAsWanted() {
    String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    String page =
        given()
            .accept(browser)
            .get(path(""))
            .then()
            .statusCode(200)
            .contentType(startsWith("text/html"))
            .header("Vary", containsString("Accept"))
            .extract()
            .asString();
    assertThat(page).contains("What was said", "href=\"" + ticketId + "/ledger\"");
    for (String wanted : List.of("*/*", "application/json", "application/json, text/html;q=0.5")) {
      given()
          .accept(wanted)
          .get(path(""))
          .then()
          .statusCode(200)
          .contentType(startsWith("application/json"))
          .header("Vary", containsString("Accept"))
          .body("asKnownNow.clocks", hasSize(1))
          .body("asKnownNow.facts[0].moves", nullValue())
          .body("alertsKnownNow", nullValue())
          .body("clocks[0].metric", equalTo("FIRST_REPLY"));
    }
    given().accept(browser).get("/clocks/nonsense").then().statusCode(404);
    given()
        .accept(browser)
        .get(path("?at=noon"))
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    given().accept(browser).get(path("?when=now")).then().statusCode(400);
  }

  private String path(String more) {
    return "/clocks/" + ticketId + more;
  }

  private Map<String, Object> alert(String type) {
    return given()
        .get(path("/ledger"))
        .jsonPath()
        .getMap("alertsKnownNow.find { it.type == '" + type + "' }");
  }

  private static List<String> accords(JsonPath ledger, String list) {
    return ledger.getList(list + ".collect { it.type + ' ' + it.accord }");
  }

  private void awaitAlerts(String type) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              Response ledger = given().get(path("/ledger"));
              return ledger.statusCode() == 200
                  && ledger
                      .jsonPath()
                      .getList("alertsKnownNow.findAll { it.id != null }.type")
                      .contains(type);
            });
  }

  private void say(Event<Fact> event) {
    log.say(Topics.TIMINGS, event);
  }
}
