package dev.hourglass.prioritizer.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.prioritizer.account.AccountDraft.MemberDraft;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountCheckTest {

  private static AccountDraft draft(String number, List<MemberDraft> members) {
    return new AccountDraft(
        number, "Acme", "BUSINESS", "PREMIER", "DE", "Europe/Berlin", "de-AT", "2021", members);
  }

  @Test
  @DisplayName("S14 S15: a complete account passes, with members by their normalised address")
  void takesAGoodAccount() {
    Account account =
        AccountCheck.account(
            draft("A-1001", List.of(new MemberDraft(" Ada@Acme.Example ", "OWNER", "da"))),
            "2021"::equals);
    assertThat(account.members())
        .containsExactly(new Member(new EmailAddress("ada@acme.example"), Role.OWNER, "da"));
  }

  @Test
  void saysAccountsWithoutPersonalData() {
    Account account =
        AccountCheck.account(
            draft("A-1001", List.of(new MemberDraft("Ada@acme.example", "OWNER", null))),
            id -> true);
    assertThat(account.changed(Instant.EPOCH).members().get(0).emailDigest())
        .isEqualTo("2a1322415fff1b1aceaebe7855b2c5bd6e9efa5e787d46391f971aea65062ce3");
    assertThat(account.changed(Instant.EPOCH).toString()).doesNotContain("ada@");
    assertThat(account.toString()).doesNotContain("ada@");
  }

  @Test
  void saysEverythingThatIsWrong() {
    AccountDraft wrong =
        new AccountDraft(
            "-1",
            " ",
            "GOLD",
            null,
            "Germany",
            "Berlin",
            "not a tag",
            "1999",
            List.of(
                new MemberDraft("nobody", "BOSS", null),
                new MemberDraft("a@b.example", "OWNER", null),
                new MemberDraft("A@b.example", "MEMBER", "x".repeat(20))));
    InvalidAccountException refused =
        catchThrowableOfType(
            InvalidAccountException.class, () -> AccountCheck.account(wrong, "2021"::equals));
    assertThat(refused.problems())
        .extracting(Problem::pointer)
        .containsExactly(
            "/number",
            "/name",
            "/type",
            "/plan",
            "/country",
            "/timeZone",
            "/language",
            "/edition",
            "/members/0/email",
            "/members/0/role",
            "/members/2/email",
            "/members/2/language");
    assertThat(refused.problems().get(2).allowed()).contains("BASIC", "API");
    assertThat(refused.wrongWord()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "1001", "acme.de_1-x", "a234567890123456789012345678901234567890"})
  void takesNumbers(String number) {
    assertThat(AccountCheck.account(draft(number, List.of()), id -> true).number())
        .isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-A", "A B", "Ä1", "A/1", "a2345678901234567890123456789012345678901", "A\nB"})
  void refusesOtherNumbers(String number) {
    InvalidAccountException refused =
        catchThrowableOfType(
            InvalidAccountException.class,
            () -> AccountCheck.account(draft(number, List.of()), id -> true));
    assertThat(refused.problems()).extracting(Problem::pointer).containsExactly("/number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ada@acme.example", "a.b+c@x", "jürgen@müller.example", "o'hara@acme-1.example"})
  void takesAddresses(String address) {
    assertThat(new EmailAddress(address).value()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@acme.example",
        "ada@",
        "a@b@c",
        "a b@c.example",
        "a@-c.example",
        "a@c..example",
        "a@c.example.",
        "<a@c.example>",
        "a\u0000@c.example"
      })
  void refusesWhatIsNoAddress(String address) {
    assertThatThrownBy(() -> new EmailAddress(address))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EmailAddress("a@" + "b".repeat(254)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
