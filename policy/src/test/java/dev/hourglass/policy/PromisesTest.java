package dev.hourglass.policy;

import static dev.hourglass.contracts.promise.Metric.CONFIRMATION;
import static dev.hourglass.contracts.promise.Metric.FIRST_REPLY;
import static dev.hourglass.contracts.promise.Metric.RESTORATION;
import static dev.hourglass.policy.Policies.NEW;
import static dev.hourglass.policy.Policies.OLD;
import static dev.hourglass.policy.Policies.PAID;
import static dev.hourglass.policy.Policies.basis;
import static dev.hourglass.policy.Policies.promise;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PromisesTest {

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("S40 S42 K3: in 2020 every paid account has 1, 4, 24 and 24 hours")
  @CsvSource({"P1, PT1H", "P2, PT4H", "P3, PT24H", "P4, PT24H"})
  void promisesPaidAccounts(Priority priority, Duration within) {
    for (AccountType type : PAID) {
      var promise = promise(OLD, basis(type, Plan.ACCESS, Role.MEMBER, priority));
      assertThat(promise.targets())
          .extracting(Target::metric)
          .containsExactly(CONFIRMATION, FIRST_REPLY);
      assertThat(promise.targets()).allMatch(target -> target.within().equals(within));
    }
  }

  @ParameterizedTest
  @DisplayName("S43 K1: in 2020 a free account has 24 hours for all priorities")
  @EnumSource(Priority.class)
  void promisesFreeAccounts(Priority priority) {
    var promise = promise(OLD, basis(AccountType.BASIC, Plan.ACCESS, Role.MEMBER, priority));
    assertThat(promise.targets())
        .hasSize(2)
        .allMatch(target -> target.within().equals(Duration.ofHours(24)));
  }

  @ParameterizedTest(name = "{0}: first reply {1}")
  @DisplayName(
      "S40 S45 K2: in 2021 licensed administrators on Premier and Premier+ have 1, 4, 24 and 24 hours")
  @CsvSource({"P1, PT1H", "P2, PT4H", "P3, PT24H", "P4, PT24H"})
  void promisesPrioritisedResponses(Priority priority, Duration within) {
    for (Role role : new Role[] {Role.OWNER, Role.ADMIN}) {
      for (Plan plan : new Plan[] {Plan.PREMIER, Plan.PREMIER_PLUS}) {
        var promise = promise(NEW, basis(AccountType.BUSINESS, plan, role, priority));
        assertThat(promise.target(FIRST_REPLY).orElseThrow().within()).isEqualTo(within);
        assertThat(promise.target(CONFIRMATION).orElseThrow().within()).isEqualTo(within);
      }
    }
  }

  @Test
  @DisplayName("S41: restoration is promised for P1 (4 h) and P2 (8 h), not for P3 and P4")
  void promisesRestoration() {
    assertThat(restoration(Priority.P1, "DE").within()).isEqualTo(Duration.ofHours(4));
    assertThat(restoration(Priority.P2, "DE").within()).isEqualTo(Duration.ofHours(8));
    for (Priority priority : new Priority[] {Priority.P3, Priority.P4}) {
      assertThat(premier(priority, "DE").target(RESTORATION)).isEmpty();
    }
  }

  @Test
  @DisplayName("S45 K1 K2: in 2021 nobody else has a target, and the rule says so")
  void promisesNothingElse() {
    for (Role role : Role.values()) {
      for (AccountType type : AccountType.values()) {
        assertNothing(basis(type, Plan.ACCESS, role, Priority.P1));
      }
    }
    assertNothing(basis(AccountType.BUSINESS, Plan.PREMIER, Role.LICENSED_MEMBER, Priority.P1));
    assertNothing(
        basis(AccountType.BUSINESS, Plan.PREMIER, Role.ADMIN, Priority.P1, Queue.BILLING, "DE"));
  }

  @Test
  @DisplayName(
      "S46 S47 S48 S49 K9: CONFIRMATION is contractual in 2020, FIRST_REPLY and RESTORATION in 2021; both are watched")
  void knowsTheContractualMetric() {
    var old = promise(OLD, basis(AccountType.PRO, Plan.ACCESS, Role.MEMBER, Priority.P1));
    assertThat(old.target(CONFIRMATION).orElseThrow().contractual()).isTrue();
    assertThat(old.target(FIRST_REPLY).orElseThrow().contractual()).isFalse();
    var current = premier(Priority.P1, "DE");
    assertThat(current.target(CONFIRMATION).orElseThrow().contractual()).isFalse();
    assertThat(current.target(FIRST_REPLY).orElseThrow().contractual()).isTrue();
    assertThat(current.target(RESTORATION).orElseThrow().contractual()).isTrue();
  }

  @Test
  @DisplayName("K9: which metric is contractual is one line of the edition")
  void changesTheContractualMetric() {
    String document =
        ShippedEditions.document("2020")
            .replace("contractual: [CONFIRMATION]", "contractual: [FIRST_REPLY]");
    var promise =
        promise(
            EditionYaml.read(document),
            basis(AccountType.PRO, Plan.ACCESS, Role.MEMBER, Priority.P1));
    assertThat(promise.target(FIRST_REPLY).orElseThrow().contractual()).isTrue();
    assertThat(promise.target(CONFIRMATION).orElseThrow().contractual()).isFalse();
  }

  @ParameterizedTest
  @DisplayName(
      "S50 S51 R18: no response clock is paused by anything; restoration waits for the customer only")
  @EnumSource(Priority.class)
  void pausesNoResponseClock(Priority priority) {
    assertThat(premier(priority, "DE").targets())
        .allSatisfy(
            target -> {
              if (target.metric() == RESTORATION) {
                assertThat(target.pausedBy()).containsExactly(PauseReason.WAITING_CUSTOMER);
              } else {
                assertThat(target.pausedBy()).isEmpty();
              }
            });
    assertThat(promise(OLD, basis(AccountType.PRO, Plan.ACCESS, Role.MEMBER, priority)).targets())
        .allSatisfy(target -> assertThat(target.pausedBy()).isEmpty());
  }

  @ParameterizedTest
  @DisplayName("S52 K10: response clocks run around the clock, and restoration does for P1")
  @EnumSource(Priority.class)
  void runsAroundTheClock(Priority priority) {
    for (Metric metric : new Metric[] {CONFIRMATION, FIRST_REPLY}) {
      assertThat(premier(priority, "DE").target(metric).orElseThrow().calendar()).isEqualTo("24x7");
    }
    assertThat(restoration(Priority.P1, "DE").calendar()).isEqualTo("24x7");
    assertThat(NEW.calendars())
        .filteredOn(each -> each.alwaysOn())
        .extracting(each -> each.name())
        .containsExactly("24x7");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName(
      "S53 K10 K11: restoration of P2 counts on the business hours of the customer's region")
  @CsvSource(
      value = {
        "DE, hours-eu",
        "DK, hours-eu",
        "NO, hours-eu",
        "GB, hours-uk",
        "US, hours-us",
        "JP, hours-jp",
        "ZZ, hours-us",
        "null, hours-us"
      },
      nullValues = "null")
  void countsOnRegionalHours(String region, String calendar) {
    assertThat(restoration(Priority.P2, region).calendar()).isEqualTo(calendar);
  }

  @Test
  @DisplayName("R10: each target warns at two levels unless the edition says otherwise")
  void warnsTwice() {
    assertThat(premier(Priority.P1, "DE").targets())
        .allSatisfy(
            target ->
                assertThat(target.warnAt())
                    .extracting(point -> point.sharePercent())
                    .containsExactly(75, 90));
  }

  private static void assertNothing(Basis basis) {
    var promised = NEW.promise(basis);
    assertThat(promised.promise().targets()).isEmpty();
    assertThat(promised.reason().rule()).isEqualTo("no-response-times");
  }

  private static Promise premier(Priority priority, String region) {
    return promise(
        NEW,
        basis(AccountType.BUSINESS, Plan.PREMIER, Role.ADMIN, priority, Queue.TECHNICAL, region));
  }

  private static Target restoration(Priority priority, String region) {
    return premier(priority, region).target(RESTORATION).orElseThrow();
  }
}
