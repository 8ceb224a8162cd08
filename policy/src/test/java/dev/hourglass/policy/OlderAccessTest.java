package dev.hourglass.policy;

import static dev.hourglass.policy.Policies.OLD;
import static dev.hourglass.policy.Policies.billing;
import static dev.hourglass.policy.Policies.technical;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Route;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OlderAccessTest {

  @ParameterizedTest
  @DisplayName(
      "S20 K1 K7: in 2020 free and Pro subscribers submit online and chat, but do not call")
  @EnumSource(names = {"BASIC", "PRO"})
  void opensOnlineAndChat(AccountType type) {
    assertThat(technical(OLD, type, Plan.ACCESS, Role.MEMBER, Channel.WEB).allowed()).isTrue();
    assertThat(technical(OLD, type, Plan.ACCESS, Role.MEMBER, Channel.CHAT).allowed()).isTrue();
    var phone = technical(OLD, type, Plan.ACCESS, Role.OWNER, Channel.PHONE);
    assertThat(phone.allowed()).isFalse();
    assertThat(phone.tier()).isNull();
    assertThat(phone.instead())
        .containsExactly(Route.SELF_SERVICE, Route.ONLINE_TICKET, Route.CHAT);
  }

  @ParameterizedTest
  @DisplayName(
      "S20 S21 K3: in 2020 Business, Education and API also call, and Enterprise as Business")
  @EnumSource(names = {"BUSINESS", "EDUCATION", "ENTERPRISE", "API"})
  void opensThePhone(AccountType type) {
    for (Channel channel : Channel.values()) {
      assertThat(technical(OLD, type, Plan.ACCESS, Role.OWNER, channel).allowed()).isTrue();
    }
    assertThat(billing(OLD, type, Role.MEMBER, Channel.PHONE).allowed()).isTrue();
  }

  @ParameterizedTest
  @DisplayName("S15 S21 K2: in 2020 the role and the support plan make no difference")
  @EnumSource(Role.class)
  void looksAtTheAccountTypeOnly(Role role) {
    for (Plan plan : Plan.values()) {
      assertThat(technical(OLD, AccountType.BUSINESS, plan, role, Channel.PHONE))
          .isEqualTo(technical(OLD, AccountType.BUSINESS, Plan.ACCESS, Role.OWNER, Channel.PHONE));
    }
  }
}
