package dev.hourglass.prioritizer.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.account.AccountChanged;
import dev.hourglass.contracts.account.AccountMember;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.inbox.Inbox;
import dev.hourglass.prioritizer.AccountConfig.Writer;
import dev.hourglass.prioritizer.account.Accounts;
import dev.hourglass.prioritizer.account.EmailAddress;
import dev.hourglass.prioritizer.edition.Editions;
import dev.hourglass.prioritizer.rest.AccountsResource;
import dev.hourglass.prioritizer.rest.BodyReader;
import dev.hourglass.prioritizer.ticket.Customer;
import dev.hourglass.prioritizer.ticket.Customers;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A CRM keeps the accounts, on the topic that this service says them on, too. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class AccountsFromCrmTest {

  private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");
  private static final String ADA = "ada@acme.example";

  @Inject Accounts accounts;
  @Inject Customers customers;
  @Inject Editions editions;
  @Inject BodyReader body;

  private final TopicLog log = TopicLog.shared();

  @Test
  @DisplayName("what a CRM says counts from when it says so, with members by digest, and once")
  void hearsAnAccount() {
    say(crm("CRM-1", 1, NINE, AccountType.PRO, Plan.ACCESS, null));
    say(crm("CRM-1", 2, TEN, AccountType.BUSINESS, Plan.PREMIER, null));
    awaitHeard();

    given()
        .get("/accounts/CRM-1")
        .then()
        .statusCode(200)
        .body("plan", equalTo("PREMIER"))
        .body("members", hasSize(1))
        .body("members[0].email", nullValue())
        .body("members[0].emailDigest", equalTo(EmailAddress.digest(ADA)));
    Customer before = customers.find("CRM-1", ADA, TEN.minusMillis(1), TEN.minusMillis(1));
    assertThat(before.plan()).isEqualTo(Plan.ACCESS);
    assertThat(before.memberRole()).isEqualTo(Role.ADMIN);
    assertThat(customers.find("CRM-1", ADA, TEN, TEN).plan()).isEqualTo(Plan.PREMIER);
    // Not said again: that would be heard again.
    assertThat(log.events(Topics.ACCOUNTS, "CRM-1")).hasSize(2);
  }

  @Test
  @DisplayName("a record that comes again, or is older than what was heard, changes nothing")
  void hearsTheSameOnce() {
    Event<AccountChanged> first = crm("CRM-2", 1, NINE, AccountType.PRO, Plan.ACCESS, null);
    Event<AccountChanged> second = crm("CRM-2", 2, TEN, AccountType.PRO, Plan.PREMIER, null);
    List.of(first, second, first, second, first).forEach(this::say);
    Event<AccountChanged> uncounted = crm("CRM-3", 0, TEN, AccountType.PRO, Plan.PREMIER, null);
    say(uncounted);
    say(crm("CRM-3", 0, NINE, AccountType.PRO, Plan.ACCESS, null));
    say(uncounted);
    awaitHeard();

    assertThat(accounts.find("CRM-2").orElseThrow().plan()).isEqualTo(Plan.PREMIER);
    assertThat(accounts.find("CRM-3").orElseThrow().plan()).isEqualTo(Plan.PREMIER);
    for (String number : List.of("CRM-2", "CRM-3")) {
      String query = "select count(*) from account_versions where account = '" + number + "'";
      assertThat(Database.number(query)).isEqualTo(number.equals("CRM-2") ? 2 : 1);
    }
  }

  @Test
  @DisplayName("what this service says itself is passed over, and no address is lost to a digest")
  void passesOverItsOwnWords() {
    put("CRM-4", "ACCESS");
    put("CRM-4", "PREMIER");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(log.events(Topics.ACCOUNTS, "CRM-4")).hasSize(2));
    log.events(Topics.ACCOUNTS, "CRM-4").forEach(this::say);
    awaitHeard();
    given().get("/accounts/CRM-4").then().body("plan", equalTo("PREMIER"));
    assertThat(Database.number("select count(*) from account_versions where account = 'CRM-4'"))
        .isEqualTo(2);

    say(crm("CRM-4", 7, TEN.plusSeconds(60), AccountType.BUSINESS, Plan.PREMIER_PLUS, null));
    awaitHeard();
    given()
        .get("/accounts/CRM-4")
        .then()
        .body("plan", equalTo("PREMIER_PLUS"))
        .body("members[0].email", equalTo(ADA));
  }

  @Test
  @DisplayName("a state that is said to begin later counts from when it is heard")
  void doesNotLookAhead() {
    Instant later = Clock.systemUTC().instant().plus(Duration.ofDays(400));
    say(crm("CRM-5", 1, later, AccountType.PRO, Plan.PREMIER, null));
    awaitHeard();
    Instant now = Clock.systemUTC().instant();
    assertThat(customers.find("CRM-5", ADA, now, now).plan()).isEqualTo(Plan.PREMIER);
  }

  @Test
  @DisplayName("a bad record goes to the dead letters with its reason, and the next one is heard")
  void putsBadRecordsAside() {
    say(crm("CRM 6", 1, NINE, AccountType.PRO, Plan.ACCESS, null));
    say(crm("CRM-6", 1, NINE, AccountType.PRO, Plan.ACCESS, "1999"));
    log.say("accounts", "CRM-6", "{\"no\": \"event\"}".getBytes(StandardCharsets.UTF_8));
    log.say("accounts", "CRM-6", null);
    Event<AccountChanged> other = crm("CRM-7", 1, NINE, AccountType.PRO, Plan.ACCESS, null);
    log.say("accounts", "CRM-6", EventJson.write(other));
    say(crm("CRM-6", 2, TEN, AccountType.PRO, Plan.PREMIER, null));
    awaitHeard();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(reasons("CRM-6")).hasSize(4));
    assertThat(reasons("CRM 6")).hasSize(1).allMatch(reason -> reason.contains("/number is 1 to"));
    assertThat(reasons("CRM-6"))
        .anyMatch(reason -> reason.contains("/edition is the id of a published edition"))
        .anyMatch(reason -> reason.contains("no value"))
        .anyMatch(reason -> reason.contains("key"));
    assertThat(accounts.find("CRM-6").orElseThrow().plan()).isEqualTo(Plan.PREMIER);
    assertThat(accounts.find("CRM-7")).isEmpty();
  }

  @Test
  @DisplayName("where a CRM keeps the accounts REST is refused, where REST does a CRM is")
  void hasOneWriterIfOneIsSet() {
    AccountsResource rest =
        new AccountsResource(accounts, editions, body, Clock.systemUTC(), () -> Writer.CRM);
    assertThatThrownBy(() -> rest.put("CRM-8", InputStream.nullInputStream()))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(409));
    assertThatThrownBy(() -> rest.importCsv(InputStream.nullInputStream()))
        .isInstanceOf(HttpProblem.class);

    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    AccountConsumer consumer =
        new AccountConsumer(
            accounts, editions, () -> Writer.REST, new Inbox(metrics), Clock.systemUTC(), metrics);
    byte[] said = EventJson.write(crm("CRM-8", 1, NINE, AccountType.PRO, Plan.ACCESS, null));
    assertThatThrownBy(() -> consumer.hear(new ConsumerRecord<>("accounts", 0, 0, "CRM-8", said)))
        .hasMessageContaining("prioritizer.account.writer");
    assertThat(accounts.find("CRM-8")).isEmpty();
  }

  private List<String> reasons(String key) {
    return log.records(Topics.ACCOUNTS.deadLetters(Topics.PRIORITIZER)).stream()
        .filter(each -> key.equals(each.key()))
        .map(AccountsFromCrmTest::reason)
        .toList();
  }

  private static String reason(ConsumerRecord<String, byte[]> letter) {
    return new String(
        letter.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8);
  }

  private void say(Event<AccountChanged> event) {
    log.say(Topics.ACCOUNTS, event);
  }

  /** Whatever was said before has been heard: each partition's end has been acknowledged. */
  private void awaitHeard() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(Groups.committed("prioritizer-accounts", Topics.ACCOUNTS.name()))
                    .isEqualTo(log.end(Topics.ACCOUNTS)));
  }

  private static Event<AccountChanged> crm(
      String number, long sequence, Instant at, AccountType type, Plan plan, String edition) {
    return Event.withId(
        UuidCreator.getTimeOrderedEpoch().toString(),
        "crm",
        at,
        sequence,
        new AccountChanged(
            number,
            at,
            "Acme",
            type,
            plan,
            "DE",
            null,
            "de",
            edition,
            List.of(new AccountMember(EmailAddress.digest(ADA), Role.ADMIN, null))));
  }

  private static void put(String number, String plan) {
    given()
        .contentType("application/json")
        .body(
            """
            {"name": "Acme", "type": "BUSINESS", "plan": "%s",
             "members": [{"email": "ada@acme.example", "role": "OWNER"}]}"""
                .formatted(plan))
        .put("/accounts/" + number)
        .then();
  }
}
