package dev.hourglass.slamonitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "sla_monitor"))
class BreachOnTheRealBrokerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final UUID ticketId = UUID.randomUUID();
  private final Facts facts = new Facts(ticketId);
  private final List<SlaBreached> breaches = new ArrayList<>();
  private KafkaProducer<String, byte[]> producer;
  private Speakers speakers;
  private KafkaConsumer<String, byte[]> consumer;

  @BeforeEach
  void connect() {
    Map<String, Object> broker =
        Map.of("bootstrap.servers", SandboxResource.sandbox().bootstrapServers());
    producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
    speakers = new Speakers(producer);
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                SandboxResource.sandbox().bootstrapServers(),
                "group.id",
                "test-" + ticketId,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.subscribe(List.of(Topics.SLA_BREACHES.name()));
    await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    say(Topics.EDITIONS.name(), Facts.edition(Facts.EDITION, Instant.now()));
  }

  @AfterEach
  void disconnect() {
    speakers.close();
    producer.close();
    consumer.close();
  }

  @Test
  @DisplayName("R12: a breach is seen once by a read_committed reader, and not before its deadline")
  void breachIsSeenOnce() {
    Instant received = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    timing(facts.received(received));
    timing(
        facts.promised(
            received,
            Facts.EDITION,
            Facts.target(Metric.FIRST_REPLY, Duration.ofSeconds(3)),
            Facts.target(Metric.CONFIRMATION, Duration.ofHours(1))));

    await().atMost(PATIENCE).until(() -> poll() == 1);
    SlaBreached breach = breaches.get(0);
    assertThat(breach.metric()).isEqualTo(Metric.FIRST_REPLY);
    assertThat(breach.deadline()).isEqualTo(received.plusSeconds(3));
    assertThat(breach.latenessMillis()).isNotNegative();
    await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> poll() == 1);

    given()
        .get("/clocks/" + ticketId)
        .then()
        .statusCode(200)
        .body("reference", equalTo("HG-1"))
        .body("clocks.status", hasItems("BREACHED", "RUNNING"))
        .body("clocks.within", hasItems("PT3S", "PT1H"));
    given()
        .get("/clocks?state=BREACHED&dueBefore=" + Instant.now())
        .then()
        .statusCode(200)
        .body("items.ticketId", hasItem(ticketId.toString()));
  }

  @Test
  @DisplayName("R13: a breach waits for whoever may still keep the promise, and for nobody else")
  void breachWaitsForASpeaker() {
    Instant received = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    speakers.fallBehind(Topics.NOTIFIER, received.minusSeconds(1));
    timing(facts.received(received));
    timing(
        facts.promised(
            received,
            Facts.EDITION,
            Facts.target(Metric.CONFIRMATION, Duration.ofSeconds(2)),
            Facts.target(Metric.FIRST_REPLY, Duration.ofSeconds(2))));

    await()
        .during(Duration.ofSeconds(2))
        .atMost(PATIENCE)
        .until(() -> poll() == 1 && Instant.now().isAfter(received.plusSeconds(3)));
    assertThat(breaches.get(0).metric()).isEqualTo(Metric.FIRST_REPLY);
    speakers.catchUp(Topics.NOTIFIER);

    await().atMost(PATIENCE).until(() -> poll() == 2);
    assertThat(breaches.get(1).metric()).isEqualTo(Metric.CONFIRMATION);
    assertThat(breaches.get(1).evidence()).isEqualTo(Evidence.COMPLETE);
    assertThat(breaches.get(1).late()).isTrue();
  }

  @Test
  void aRecordThatIsNoFactIsBuriedAndTheNextIsRead() {
    producer.send(
        new ProducerRecord<>(Topics.TIMINGS.name(), ticketId.toString(), new byte[] {1, 2, 3}));
    timing(facts.received(Instant.now()));
    await().atMost(PATIENCE).until(() -> given().get("/clocks/" + ticketId).statusCode() == 200);
  }

  @Test
  void whatIsUnknownOrWrongIsAProblem() {
    given()
        .get("/clocks/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given().get("/clocks/nonsense").then().statusCode(404);
    given()
        .get("/clocks?state=LOST&dueBefore=noon&page=-1&size=1000")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.parameter", hasItems("state", "dueBefore", "page", "size"))
        .body("errors[0].allowed", hasItem("AT_RISK"));
    for (String year : List.of("%2B999999999", "-999999999", "%2B10000", "0000")) {
      given()
          .urlEncodingEnabled(false)
          .get("/clocks?dueBefore=" + year + "-12-31T23:59:59Z")
          .then()
          .statusCode(400)
          .body("errors[0].parameter", equalTo("dueBefore"));
    }
    given()
        .get("/clocks?status=BREACHED")
        .then()
        .statusCode(400)
        .body("errors[0].allowed", hasItem("state"));
  }

  private int poll() {
    consumer
        .poll(Duration.ofMillis(100))
        .forEach(
            record -> {
              Event<Alert> event = EventJson.read(Topics.SLA_BREACHES, record.value());
              if (event.data() instanceof SlaBreached breach
                  && breach.ticketId().equals(ticketId)) {
                breaches.add(breach);
              }
            });
    return breaches.size();
  }

  private void timing(Event<?> event) {
    say(Topics.TIMINGS.name(), event);
  }

  private void say(String topic, Event<?> event) {
    producer.send(new ProducerRecord<>(topic, event.subject(), EventJson.write(event)));
  }
}
