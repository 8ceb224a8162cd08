package dev.hourglass.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

  @Test
  void furtherHeadersAreKept() {
    assertThat(with("List-Unsubscribe", "<https://support.example/u/1>").headers())
        .containsExactlyEntriesOf(Map.of("List-Unsubscribe", "<https://support.example/u/1>"));
  }

  @ParameterizedTest
  @CsvSource({"Bcc", "To", "message-id", "Content-Type", "X Y", "X:Y", "''", "Ünder"})
  @DisplayName("no header sends a mail elsewhere or changes what it is")
  void headersThatMailsHaveAnyway(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> with(name, "x"));
  }

  @Test
  @DisplayName("no value of a header starts another header")
  void oneHeaderStaysOne() {
    for (String value :
        new String[] {"a\r\nBcc: b@c.example", "a\nb", "a\rb", "ä", "a\u0000", ""}) {
      assertThatIllegalArgumentException().isThrownBy(() -> with("In-Reply-To", value));
    }
    assertThat(with("References", "x".repeat(900)).headers()).hasSize(1);
    assertThatIllegalArgumentException().isThrownBy(() -> with("References", "x".repeat(901)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Help\r\nBcc: a@b.example",
        "Help\nBcc: a@b.example",
        "Help\rBcc: a@b.example",
        "Help\u0085Bcc: a@b.example",
        "Help\u2028Bcc: a@b.example",
        "Help\u0000Bcc: a@b.example",
        "Help\u202eBcc: a@b.example"
      })
  @DisplayName("a subject is one line that reads from one side, whatever a customer wrote")
  void subjectsAreOneLine(String subject) {
    assertThat(letter("a@b.example", subject).subject()).isEqualTo("Help Bcc: a@b.example");
  }

  @Test
  @DisplayName("a reader decodes nothing in a subject that a customer had encoded")
  void encodedWordsAreNotDecoded() {
    assertThat(letter("a@b.example", "=?utf-8?b?4oCuZXZpbA==?=").subject())
        .doesNotContain("=?")
        .contains("utf-8?b?4oCuZXZpbA==");
    assertThat(letter("a@b.example", "100 %0d%0aBcc: x").subject()).isEqualTo("100 %0d%0aBcc: x");
  }

  @Test
  void addressesAreOneLine() {
    assertThatIllegalArgumentException().isThrownBy(() -> letter("a@b.example\r\nBcc: c", "s"));
    assertThatIllegalArgumentException().isThrownBy(() -> letter("a@b.example\u2028", "s"));
  }

  private static Letter letter(String to, String subject) {
    return new Letter(to, "<1@c.example>", subject, "t", "h");
  }

  private static Letter with(String name, String value) {
    return new Letter("a@b.example", "<1@c.example>", "s", "t", "h", Map.of(name, value));
  }
}
