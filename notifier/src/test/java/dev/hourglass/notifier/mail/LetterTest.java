package dev.hourglass.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static Letter with(String name, String value) {
    return new Letter("a@b.example", "<1@c.example>", "s", "t", "h", Map.of(name, value));
  }
}
