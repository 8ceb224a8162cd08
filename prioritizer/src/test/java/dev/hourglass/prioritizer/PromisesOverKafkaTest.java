package dev.hourglass.prioritizer;

import static dev.hourglass.prioritizer.TicketFixture.amended;
import static dev.hourglass.prioritizer.TicketFixture.closed;
import static dev.hourglass.prioritizer.TicketFixture.created;
import static dev.hourglass.prioritizer.TicketFixture.improper;
import static dev.hourglass.prioritizer.TicketFixture.outageOf;
import static dev.hourglass.prioritizer.TicketFixture.putAccount;
import static dev.hourglass.prioritizer.TicketFixture.reprioritized;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.ticket.TicketCreated;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class PromisesOverKafkaTest {

  private final UUID ticket = UuidCreator.getTimeOrderedEpoch();

  private final TopicLog log = TopicLog.shared();
  private final SaidPromises promises = new SaidPromises(log);

  @BeforeEach
  void putAccounts() {
    putAccount("K-PREMIER", "BUSINESS", "PREMIER", "");
    putAccount("K-FREE-2020", "BASIC", "ACCESS", "\"edition\": \"2020\", ");
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
    assertThat(SaidPromises.rules(promise))
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
    assertThat(SaidPromises.rules(promise))
        .contains("pinned-edition", "response-time-of-free-accounts");
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
    assertThat(SaidPromises.rules(promise)).contains("unknown-account", "no-response-times");
  }

  @Test
  @DisplayName("R23: the same TicketCreated heard three times makes one promise")
  void hearsTheSameOnce() {
    Event<TicketCreated> created = created(ticket, outageOf("K-PREMIER", "ada@acme.example", null));
    log.say(Topics.TICKETS, created);
    log.say(Topics.TICKETS, created);
    log.say(Topics.TICKETS, created);
    awaitTheEndOf(ticket);
    assertThat(promises.of(ticket))
        .extracting(each -> each.data().cause())
        .filteredOn(created.id()::equals)
        .hasSize(1);
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
    promises.await(ticket, 2);
    TicketPrioritized second = promises.of(ticket).get(1).data();
    assertThat(second.priority()).isEqualTo(Priority.P3);
    assertThat(second.cause()).isEqualTo(agent.id());
    assertThat(SaidPromises.rules(second)).startsWith("set-by-agent");
    assertThat(second.promise().target(Metric.FIRST_REPLY).orElseThrow().within())
        .isEqualTo(Duration.ofHours(24));
    assertThat(second.basis().role()).isEqualTo(Role.ADMIN);
    assertThat(promises.of(ticket)).extracting(Event::sequence).containsExactly(1L, 2L);
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
    assertThat(SaidPromises.rules(promise)).startsWith("set-by-agent");
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
    promises.await(ticket, 6);
    assertThat(promises.of(ticket))
        .extracting(Event::sequence)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(promises.of(ticket)).extracting(Event::id).doesNotHaveDuplicates();
  }

  /**
   * The tickets of one partition are heard in order: once a later one of the same key is, all are.
   */
  private void awaitTheEndOf(UUID id) {
    log.say(Topics.TICKETS, amended(id, 9, outageOf("K-PREMIER", "ada@acme.example", null)));
    promises.await(id, id.equals(ticket) ? 2 : 1);
  }

  private void awaitHeardOnTimings(UUID id) {
    log.say(Topics.TICKETS, created(id, outageOf("K-PREMIER", "ada@acme.example", null)));
    promises.await(id, 1);
    log.say(Topics.TIMINGS, reprioritized(id, 1, Priority.P4));
    promises.await(id, 2);
  }

  private long letters(String topic) {
    return log.records(topic).stream().filter(each -> ticket.toString().equals(each.key())).count();
  }

  private TicketPrioritized onlyPromise() {
    return promises.await(ticket, 1).get(0).data();
  }
}
