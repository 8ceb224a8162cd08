package dev.hourglass.prioritizer;

import static dev.hourglass.prioritizer.TicketFixture.created;
import static dev.hourglass.prioritizer.TicketFixture.outageOf;
import static dev.hourglass.prioritizer.TicketFixture.reprioritized;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.prioritizer.account.Account;
import dev.hourglass.prioritizer.account.Accounts;
import dev.hourglass.prioritizer.account.EmailAddress;
import dev.hourglass.prioritizer.account.Member;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An account that was entered at nine as Pro, and became Premier, pinning 2020, at ten. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class AccountVersionsTest {

  private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");

  @Inject Accounts accounts;

  private final TopicLog log = TopicLog.shared();

  @BeforeEach
  void putAccounts() {
    // A fraction of a millisecond later, as a clock would have it.
    if (accounts.find("V-1").isEmpty()) {
      accounts.put(account(AccountType.PRO, Plan.ACCESS, null, Role.MEMBER), NINE.plusNanos(9_999));
      accounts.put(
          account(AccountType.BUSINESS, Plan.PREMIER, "2020", Role.ADMIN), TEN.plusNanos(999_999));
    }
  }

  @Test
  @DisplayName("R21: the account counts as it was when the ticket was received, not as it became")
  void promisesWithTheAccountOfThatTime() {
    Basis before = promise(TEN.minusMillis(1), TEN.minusMillis(1)).basis();
    assertThat(before.accountType()).isEqualTo(AccountType.PRO);
    assertThat(before.plan()).isEqualTo(Plan.ACCESS);
    assertThat(before.role()).isEqualTo(Role.MEMBER);
    assertThat(before.region()).isEqualTo("DE");

    TicketPrioritized after = promise(TEN, TEN);
    assertThat(after.basis().accountType()).isEqualTo(AccountType.BUSINESS);
    assertThat(after.basis().plan()).isEqualTo(Plan.PREMIER);
    assertThat(after.basis().role()).isEqualTo(Role.ADMIN);
    assertThat(after.promise().edition()).isEqualTo("2020");
  }

  @Test
  @DisplayName("R21: what an account was, and from when on, can be read; the latest first")
  void showsItsHistory() {
    given()
        .get("/accounts/V-1/history")
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("items.plan", contains("PREMIER", "ACCESS"))
        .body("items.sequence", contains(2, 1))
        .body("items[0].effectiveFrom", equalTo(TEN.toString()))
        .body("items[1].effectiveFrom", equalTo(NINE.toString()));
    given()
        .get("/accounts/V-1/history?page=1&size=1")
        .then()
        .body("items.plan", contains("ACCESS"));
    given().get("/accounts/V-0/history").then().statusCode(404);
    given().get("/accounts/V-1/history?size=0").then().statusCode(400);
  }

  @Test
  @DisplayName("a call that is logged after the account changed counts with what it was before")
  void promisesCallsWithTheAccountOfTheCall() {
    assertThat(promise(TEN.minusMillis(1), TEN.plusSeconds(60)).basis().plan())
        .isEqualTo(Plan.ACCESS);
  }

  @Test
  @DisplayName("K1: an account that was entered after the ticket was logged was unknown then")
  void knowsNoAccountBeforeItWasEntered() {
    TicketPrioritized promise = promise(NINE.minusMillis(1), NINE.minusMillis(1));
    assertThat(promise.basis().accountKnown()).isFalse();
    assertThat(promise.basis().accountType()).isEqualTo(AccountType.BASIC);
    assertThat(promise.reasons()).extracting(Reason::rule).contains("unknown-account");
    assertThat(promise.reasons())
        .extracting(Reason::text)
        .anyMatch(text -> text.contains("was known when the ticket was received"));
    assertThat(promise(NINE, NINE).basis().accountType()).isEqualTo(AccountType.PRO);
  }

  @Test
  @DisplayName("a call from before the account was entered counts with the first it was")
  void takesTheFirstVersionForEarlierCalls() {
    assertThat(promise(NINE.minusSeconds(600), NINE).basis().accountType())
        .isEqualTo(AccountType.PRO);
    assertThat(promise(NINE.minusSeconds(600), TEN.plusSeconds(1)).basis().accountType())
        .isEqualTo(AccountType.PRO);
    assertThat(promise(NINE.minusSeconds(600), NINE.minusMillis(1)).basis().accountKnown())
        .isFalse();
  }

  @Test
  @DisplayName("R21: an open ticket keeps its edition when its account gets another one")
  void keepsTheEditionOfTheTicket() {
    UUID ticket = UuidCreator.getTimeOrderedEpoch();
    TicketPrioritized first = promise(ticket, TEN.minusMillis(1), TEN.minusMillis(1));
    assertThat(first.promise().edition()).isNotEqualTo("2020");

    log.say(Topics.TIMINGS, reprioritized(ticket, 2, Priority.P3));
    TicketPrioritized second = promises(ticket, 2).get(1);

    assertThat(second.priority()).isEqualTo(Priority.P3);
    assertThat(second.promise().edition()).isEqualTo(first.promise().edition());
    assertThat(promises(ticket, 2).get(0)).isEqualTo(first);
  }

  private TicketPrioritized promise(Instant receivedAt, Instant loggedAt) {
    return promise(UuidCreator.getTimeOrderedEpoch(), receivedAt, loggedAt);
  }

  private TicketPrioritized promise(UUID ticket, Instant receivedAt, Instant loggedAt) {
    log.say(
        Topics.TICKETS,
        created(ticket, outageOf("V-1", " Ada@acme.example", null), receivedAt, loggedAt));
    return promises(ticket, 1).get(0);
  }

  private List<TicketPrioritized> promises(UUID ticket, int count) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                log.events(Topics.TIMINGS, ticket.toString()).stream()
                    .map(Event::data)
                    .filter(TicketPrioritized.class::isInstance)
                    .map(TicketPrioritized.class::cast)
                    .toList(),
            said -> said.size() >= count);
  }

  private static Account account(AccountType type, Plan plan, String edition, Role role) {
    return new Account(
        "V-1",
        "Acme",
        type,
        plan,
        "DE",
        null,
        "de",
        edition,
        List.of(new Member(new EmailAddress("ada@acme.example"), role, null)));
  }
}
