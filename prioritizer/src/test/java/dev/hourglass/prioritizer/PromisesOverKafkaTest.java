package dev.hourglass.prioritizer;

import static dev.hourglass.prioritizer.TicketFixture.amended;
import static dev.hourglass.prioritizer.TicketFixture.closed;
import static dev.hourglass.prioritizer.TicketFixture.created;
import static dev.hourglass.prioritizer.TicketFixture.improper;
import static dev.hourglass.prioritizer.TicketFixture.outageOf;
import static dev.hourglass.prioritizer.TicketFixture.reprioritized;
import static dev.hourglass.prioritizer.TicketFixture.textOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.ticket.TicketCreated;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class PromisesOverKafkaTest {

  private final UUID ticket = UuidCreator.getTimeOrderedEpoch();
  @Inject DataSource dataSource;

  private final TopicLog log = TopicLog.shared();

  @BeforeEach
  void putAccounts() {
    account("K-PREMIER", "BUSINESS", "PREMIER", "");
    account("K-FREE-2020", "BASIC", "ACCESS", "\"edition\": \"2020\", ");
  }

  @Test
  @DisplayName(
      "S35 S40 S41 S45: an outage of a Premier administrator is P1, with the promises of 2021")
  void promisesPremier() {
    Event<TicketCreated> created =
        created(ticket, outageOf("K-PREMIER", " Ada@Acme.example", null));
    log.say(Topics.TICKETS, created);
    TicketPrioritized promise = onlyPromise();
    assertThat(promise.priority()).isEqualTo(Priority.P1);
    assertThat(promise.cause()).isEqualTo(created.id());
    assertThat(promise.confidence()).isNull();
    assertThat(promise.promise().edition()).isEqualTo("2021");
    assertThat(promise.promise().target(Metric.FIRST_REPLY).orElseThrow().within())
        .isEqualTo(Duration.ofHours(1));
    assertThat(promise.promise().target(Metric.RESTORATION).orElseThrow().within())
        .isEqualTo(Duration.ofHours(4));
    assertThat(promise.entitlement().tier()).isEqualTo(2);
    assertThat(promise.basis().role()).isEqualTo(Role.ADMIN);
    assertThat(promise.basis().region()).isEqualTo("DE");
    assertThat(promise.basis().language()).isEqualTo("de-AT");
    assertThat(rules(promise))
        .containsExactly("down-without-workaround", "prioritised-response-times");
    given()
        .get("/promises/" + ticket)
        .then()
        .statusCode(200)
        .body("priority", equalTo("P1"))
        .body("promise.targets[0].within", equalTo("PT1H"));
  }

  @Test
  @DisplayName("S43 K1 K2: a Basic account that pins 2020 gets 24 h")
  void promisesFreeAccountsUnderThePinnedEdition() {
    log.say(Topics.TICKETS, created(ticket, outageOf("K-FREE-2020", "eva@free.example", null)));
    TicketPrioritized promise = onlyPromise();
    assertThat(promise.promise().edition()).isEqualTo("2020");
    assertThat(promise.promise().targets())
        .hasSize(2)
        .allMatch(target -> target.within().equals(Duration.ofHours(24)));
    assertThat(rules(promise)).contains("pinned-edition", "response-time-of-free-accounts");
  }

  @Test
  @DisplayName("K1: an unknown account is treated as Basic, says so, and is turned to self-service")
  void saysThatTheAccountIsUnknown() {
    log.say(Topics.TICKETS, created(ticket, outageOf("NOBODY-1", "x@y.example", Role.OWNER)));
    TicketPrioritized promise = onlyPromise();
    assertThat(promise.basis().accountKnown()).isFalse();
    assertThat(promise.basis().accountType()).isEqualTo(AccountType.BASIC);
    assertThat(promise.basis().role()).isEqualTo(Role.MEMBER);
    assertThat(promise.promise().targets()).isEmpty();
    assertThat(promise.entitlement().allowed()).isFalse();
    assertThat(rules(promise)).contains("unknown-account", "no-response-times");
  }

  @Test
  @DisplayName("R23: the same TicketCreated heard three times makes one promise")
  void hearsTheSameOnce() {
    Event<TicketCreated> created = created(ticket, outageOf("K-PREMIER", "ada@acme.example", null));
    log.say(Topics.TICKETS, created);
    log.say(Topics.TICKETS, created);
    log.say(Topics.TICKETS, created);
    awaitTheEndOf(ticket);
    assertThat(promises())
        .extracting(each -> each.data().cause())
        .filteredOn(created.id()::equals)
        .hasSize(1);
  }

  @Test
  @DisplayName("S33: free text is triaged, with its confidence")
  void triagesText() {
    log.say(
        Topics.TICKETS,
        created(
            ticket,
            textOf(
                "K-PREMIER",
                "Frage zur Aufzeichnung",
                "Wie kann ich Aufzeichnungen herunterladen?")));
    TicketPrioritized promise = onlyPromise();
    assertThat(promise.priority()).isEqualTo(Priority.P4);
    assertThat(promise.confidence()).isBetween(0.6, 1.0);
    assertThat(promise.review()).isFalse();
    assertThat(rules(promise)).contains("text-question", "text-language");
  }

  @Test
  @DisplayName("an agent's correction is kept with the text's decision; the last word counts")
  void keepsCorrections() throws SQLException {
    log.say(
        Topics.TICKETS,
        created(ticket, textOf("K-PREMIER", "Frage", "Wie kann ich das herunterladen?")));
    TicketPrioritized byText = onlyPromise();
    log.say(Topics.TIMINGS, reprioritized(ticket, 3, Priority.P2));
    log.say(Topics.TIMINGS, reprioritized(ticket, 4, Priority.P3));
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(promises()).hasSize(3));
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select text_priority, agent_priority, confidence, reasons from corrections"
                    + " where ticket_id = ?")) {
      select.setObject(1, ticket);
      try (ResultSet kept = select.executeQuery()) {
        assertThat(kept.next()).isTrue();
        assertThat(kept.getString(1)).isEqualTo("P4");
        assertThat(kept.getString(2)).isEqualTo("P3");
        assertThat(kept.getDouble(3)).isEqualTo(byText.confidence());
        assertThat(kept.getString(4)).contains("text-question");
      }
    }
  }

  @Test
  @DisplayName("K15: an improper ticket is promised nothing until it is completed")
  void waitsUntilTheTicketIsProper() {
    log.say(Topics.TICKETS, created(ticket, improper()));
    log.say(Topics.TICKETS, amended(ticket, 2, outageOf("K-PREMIER", "ada@acme.example", null)));
    assertThat(onlyPromise().priority()).isEqualTo(Priority.P1);
  }

  @Test
  @DisplayName("R1: an agent's priority makes a new promise on the same basis")
  void promisesAnewAfterAnAgent() {
    log.say(Topics.TICKETS, created(ticket, outageOf("K-PREMIER", "ada@acme.example", null)));
    onlyPromise();
    Event<?> agent = reprioritized(ticket, 3, Priority.P3);
    log.say(Topics.TIMINGS, agent);
    log.say(Topics.TIMINGS, agent);
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(promises()).hasSize(2));
    TicketPrioritized second = promises().get(1).data();
    assertThat(second.priority()).isEqualTo(Priority.P3);
    assertThat(second.cause()).isEqualTo(agent.id());
    assertThat(rules(second)).startsWith("set-by-agent");
    assertThat(second.promise().target(Metric.FIRST_REPLY).orElseThrow().within())
        .isEqualTo(Duration.ofHours(24));
    assertThat(second.basis().role()).isEqualTo(Role.ADMIN);
    assertThat(promises()).extracting(Event::sequence).containsExactly(1L, 2L);
  }

  @Test
  @DisplayName("R1: an agent's priority that is heard before the ticket is kept and applied")
  void keepsAnEarlyPriority() {
    Event<?> agent = reprioritized(ticket, 2, Priority.P2);
    log.say(Topics.TIMINGS, agent);
    UUID after = UuidCreator.getTimeOrderedEpoch();
    awaitHeardOnTimings(after);
    log.say(Topics.TICKETS, created(ticket, outageOf("K-PREMIER", "ada@acme.example", null)));
    TicketPrioritized promise = onlyPromise();
    assertThat(promise.priority()).isEqualTo(Priority.P2);
    assertThat(rules(promise)).startsWith("set-by-agent");
  }

  @Test
  @DisplayName(
      "a record that is no event goes to the dead letters with its reason, and the next one is processed")
  void putsBadRecordsAside() {
    log.say(
        Topics.TICKETS.name(),
        ticket.toString(),
        "{\"no\": \"event\"}".getBytes(StandardCharsets.UTF_8));
    log.say(Topics.TIMINGS.name(), ticket.toString(), new byte[] {1, 2, 3});
    log.say(Topics.TICKETS, created(ticket, outageOf("K\u0000-1", "ada@acme.example", null)));
    UUID next = UuidCreator.getTimeOrderedEpoch();
    awaitTheEndOf(next);
    awaitHeardOnTimings(UuidCreator.getTimeOrderedEpoch());
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(letters("tickets.prioritizer.dlq")).isEqualTo(2);
              assertThat(letters("timings.prioritizer.dlq")).isEqualTo(1);
            });
    assertThat(
            log.records("tickets.prioritizer.dlq")
                .get(0)
                .headers()
                .lastHeader("dead-letter-reason"))
        .isNotNull();
  }

  @Test
  @DisplayName("facts of a ticket are said in the order of their sequence")
  void saysInOrder() {
    log.say(Topics.TICKETS, created(ticket, outageOf("K-PREMIER", "ada@acme.example", null)));
    onlyPromise();
    for (int i = 2; i <= 6; i++) {
      log.say(Topics.TIMINGS, reprioritized(ticket, i, i % 2 == 0 ? Priority.P2 : Priority.P3));
    }
    log.say(Topics.TIMINGS, closed(ticket, 7));
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(promises()).hasSize(6));
    assertThat(promises()).extracting(Event::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(promises()).extracting(Event::id).doesNotHaveDuplicates();
  }

  /**
   * The tickets of one partition are heard in order: once a later one of the same key is, all are.
   */
  private void awaitTheEndOf(UUID id) {
    log.say(Topics.TICKETS, amended(id, 9, outageOf("K-PREMIER", "ada@acme.example", null)));
    UUID key = id;
    long before = key.equals(ticket) ? 2 : 1;
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(promises(key)).hasSize((int) before));
  }

  private void awaitHeardOnTimings(UUID id) {
    log.say(Topics.TICKETS, created(id, outageOf("K-PREMIER", "ada@acme.example", null)));
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(promises(id)).hasSize(1));
    log.say(Topics.TIMINGS, reprioritized(id, 1, Priority.P4));
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(promises(id)).hasSize(2));
  }

  private long letters(String topic) {
    return log.records(topic).stream().filter(each -> ticket.toString().equals(each.key())).count();
  }

  private TicketPrioritized onlyPromise() {
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(promises()).hasSize(1));
    return promises().get(0).data();
  }

  private List<Event<TicketPrioritized>> promises() {
    return promises(ticket);
  }

  private List<Event<TicketPrioritized>> promises(UUID id) {
    List<Event<TicketPrioritized>> promises = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> each : log.records(Topics.TIMINGS.name())) {
      if (id.toString().equals(each.key()) && !isBad(each)) {
        Event<Fact> event = EventJson.read(Topics.TIMINGS, each.value());
        if (event.data() instanceof TicketPrioritized data) {
          promises.add(
              Event.withId(event.id(), event.source(), event.time(), event.sequence(), data));
        }
      }
    }
    return promises;
  }

  private static boolean isBad(ConsumerRecord<String, byte[]> kafkaRecord) {
    return kafkaRecord.value().length < 10;
  }

  private static List<String> rules(TicketPrioritized promise) {
    return promise.reasons().stream().map(Reason::rule).toList();
  }

  private static void account(String number, String type, String plan, String edition) {
    given()
        .contentType("application/json")
        .body(
            """
            {"name": "Acme", "type": "%s", "plan": "%s", %s"country": "DE",
             "timeZone": "Europe/Berlin", "language": "de",
             "members": [{"email": "ada@acme.example", "role": "ADMIN", "language": "de-AT"}]}"""
                .formatted(type, plan, edition))
        .put("/accounts/" + number)
        .then()
        .statusCode(org.hamcrest.Matchers.anyOf(equalTo(200), equalTo(201)));
  }
}
