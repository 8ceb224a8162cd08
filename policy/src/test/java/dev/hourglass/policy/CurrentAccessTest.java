package dev.hourglass.policy;

import static dev.hourglass.policy.Policies.NEW;
import static dev.hourglass.policy.Policies.PAID;
import static dev.hourglass.policy.Policies.billing;
import static dev.hourglass.policy.Policies.technical;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.promise.Route;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.entitlement.EntitlementMatrix;
import dev.hourglass.policy.entitlement.Standing;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CurrentAccessTest {

  @Test
  @DisplayName("S16 S23 S24 K1: a free user is turned to Help Center, community and chatbot")
  void deflectsFreeUsers() {
    for (Channel channel : Channel.values()) {
      var entitlement = technical(NEW, AccountType.BASIC, Plan.ACCESS, Role.OWNER, channel);
      assertThat(entitlement.allowed()).isFalse();
      assertThat(entitlement.instead())
          .containsExactly(Route.SELF_SERVICE, Route.COMMUNITY, Route.CHATBOT);
      assertThat(entitlement.reasons())
          .extracting(Reason::rule)
          .containsExactly(EntitlementMatrix.NOT_INCLUDED);
    }
  }

  @Test
  @DisplayName("S3 S54: every user of a paid account reaches a live chat agent through the chatbot")
  void handsPaidUsersToAChatAgent() {
    for (AccountType type : PAID) {
      assertThat(technical(NEW, type, Plan.ACCESS, Role.MEMBER, Channel.CHAT).allowed()).isTrue();
    }
    assertThat(billing(NEW, AccountType.BASIC, Role.OWNER, Channel.CHAT).allowed()).isFalse();
  }

  @ParameterizedTest(name = "{0} on {1} by WEB: {2}")
  @DisplayName(
      "S25 K7: administrators and licensed members of paid accounts submit tickets, Pro included")
  @CsvSource({
    "OWNER, ACCESS, true", "ADMIN, ACCESS, true", "LICENSED_MEMBER, ACCESS, true",
    "MEMBER, ACCESS, false", "LICENSED_MEMBER, PREMIER, true",
        "LICENSED_MEMBER, PREMIER_PLUS, true",
    "MEMBER, PREMIER, false"
  })
  void opensTheFrontline(Role role, Plan plan, boolean allowed) {
    for (AccountType type : PAID) {
      assertThat(technical(NEW, type, plan, role, Channel.WEB).allowed()).isEqualTo(allowed);
      assertThat(technical(NEW, type, plan, role, Channel.API).allowed()).isEqualTo(allowed);
    }
  }

  @ParameterizedTest(name = "{0} {1} {2} calls: {3}")
  @DisplayName("S22 S26 S31 K4 K5: who may call technical support")
  @CsvSource({
    "BUSINESS,   ACCESS,       OWNER,           true",
    "EDUCATION,  ACCESS,       ADMIN,           true",
    "ENTERPRISE, ACCESS,       ADMIN,           true",
    "API,        ACCESS,       ADMIN,           true",
    "PRO,        ACCESS,       OWNER,           false",
    "BASIC,      ACCESS,       OWNER,           false",
    "BUSINESS,   ACCESS,       LICENSED_MEMBER, false",
    "BUSINESS,   PREMIER,      LICENSED_MEMBER, true",
    "PRO,        PREMIER_PLUS, LICENSED_MEMBER, true",
    "BUSINESS,   PREMIER,      MEMBER,          false"
  })
  void opensThePhone(AccountType type, Plan plan, Role role, boolean allowed) {
    assertThat(technical(NEW, type, plan, role, Channel.PHONE).allowed()).isEqualTo(allowed);
  }

  @Test
  @DisplayName("K4: with the flag apiPhone off, API accounts do not call technical support")
  void followsTheApiPhoneFlag() {
    Edition footnote =
        EditionYaml.read(
            ShippedEditions.document("2021").replace("apiPhone: true", "apiPhone: false"));
    assertThat(
            technical(footnote, AccountType.API, Plan.ACCESS, Role.OWNER, Channel.PHONE).allowed())
        .isFalse();
    assertThat(
            technical(footnote, AccountType.BUSINESS, Plan.ACCESS, Role.OWNER, Channel.PHONE)
                .allowed())
        .isTrue();
  }

  @ParameterizedTest
  @DisplayName(
      "S28: licensed administrators on Premier and Premier+ reach tier 2, licensed members tier 1")
  @EnumSource(names = {"PREMIER", "PREMIER_PLUS"})
  void opensTierTwo(Plan plan) {
    for (Channel channel : Channel.values()) {
      assertThat(technical(NEW, AccountType.BUSINESS, plan, Role.ADMIN, channel).tier())
          .isEqualTo(2);
      assertThat(technical(NEW, AccountType.BUSINESS, plan, Role.LICENSED_MEMBER, channel).tier())
          .isEqualTo(1);
    }
    assertThat(technical(NEW, AccountType.BUSINESS, Plan.ACCESS, Role.ADMIN, Channel.WEB).tier())
        .isEqualTo(1);
  }

  @ParameterizedTest(name = "{0} {1}: {2} {3} {4}")
  @DisplayName("S27 S29 S30 S32 S45 K14: what the support plans include")
  @CsvSource({
    "ACCESS,       ADMIN,           false, false, false",
    "PREMIER,      ADMIN,           true,  false, false",
    "PREMIER,      OWNER,           true,  false, false",
    "PREMIER,      LICENSED_MEMBER, false, false, false",
    "PREMIER_PLUS, ADMIN,           true,  true,  true",
    "PREMIER_PLUS, LICENSED_MEMBER, false, true,  true"
  })
  void includes(Plan plan, Role role, boolean prioritised, boolean escalation, boolean manager) {
    var entitlement = technical(NEW, AccountType.ENTERPRISE, plan, role, Channel.WEB);
    assertThat(entitlement.prioritisedResponse()).isEqualTo(prioritised);
    assertThat(entitlement.automaticEscalation()).isEqualTo(escalation);
    assertThat(entitlement.technicalAccountManager()).isEqualTo(manager);
  }

  @ParameterizedTest(name = "{0} {1} by {2}: {3}")
  @DisplayName("S9 S12 S17 S18 S19 K5 K6: who reaches billing support")
  @CsvSource({
    "PRO,        LICENSED_MEMBER, WEB,   true",
    "PRO,        OWNER,           CHAT,  true",
    "PRO,        MEMBER,          WEB,   false",
    "PRO,        OWNER,           PHONE, false",
    "BUSINESS,   MEMBER,          PHONE, true",
    "EDUCATION,  LICENSED_MEMBER, PHONE, true",
    "ENTERPRISE, MEMBER,          WEB,   true",
    "API,        MEMBER,          PHONE, true",
    "BASIC,      OWNER,           WEB,   false"
  })
  void opensBilling(AccountType type, Role role, Channel channel, boolean allowed) {
    assertThat(billing(NEW, type, role, channel).allowed()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @DisplayName(
      "S14 S15: every account type, plan, role, channel and queue has an entitlement and a promise rule")
  @EnumSource(AccountType.class)
  void knowsEveryStanding(AccountType type) {
    assertThat(Standing.all()).hasSize(6 * 3 * 4 * 4 * 2);
    assertThat(Standing.all().stream().filter(each -> each.accountType() == type))
        .allSatisfy(each -> assertThat(NEW.entitlement(each).reasons()).isNotEmpty())
        .anySatisfy(each -> assertThat(each.queue()).isEqualTo(Queue.BILLING));
  }
}
