package dev.hourglass.notifier.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyTokensTest {

  private static final Instant EXPIRY = Instant.parse("2026-12-20T10:00:00Z");

  private final SurveyTokens tokens = new SurveyTokens(key("a"));
  private final SurveyToken token = new SurveyToken(UUID.randomUUID(), 2, EXPIRY);

  @Test
  void aTokenIsKnownAgain() {
    assertThat(tokens.verify(tokens.sign(token))).contains(token);
  }

  @Test
  @DisplayName("R25: a token works until its last second and not at its expiry")
  void bothSidesOfTheExpiry() {
    assertThat(token.isExpired(EXPIRY.minusMillis(1))).isFalse();
    assertThat(token.isExpired(EXPIRY)).isTrue();
    assertThat(token.isExpired(EXPIRY.plusMillis(1))).isTrue();
  }

  @Test
  void noCharacterOfATokenCanBeChanged() {
    String signed = tokens.sign(token);
    for (int i = 0; i < signed.length(); i++) {
      char other = signed.charAt(i) == 'A' ? 'B' : 'A';
      String forged = signed.substring(0, i) + other + signed.substring(i + 1);
      assertThat(tokens.verify(forged).filter(each -> !each.equals(token)))
          .as("changed at %d", i)
          .isEmpty();
    }
  }

  @Test
  void aTokenOfAnotherKeyIsNotOurs() {
    assertThat(tokens.verify(new SurveyTokens(key("b")).sign(token))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x", "a.b", "....", "%00.%00", "ä.ö", "AAAA.", ".AAAA"})
  void rubbishIsNotAToken(String rubbish) {
    assertThat(tokens.verify(rubbish)).isEmpty();
  }

  @Test
  void anEndlessTokenIsNotRead() {
    assertThat(tokens.verify("A".repeat(100_000) + ".A")).isEmpty();
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> new SurveyTokens(new byte[31]))
        .hasMessageContaining("at least 32 bytes");
  }

  @Test
  void aCommentIsTidiedAndBounded() {
    assertThat(Comment.tidied(" a\r\nb\u0000c\rd ")).isEqualTo("a\nbc\nd");
    assertThat(Comment.tidied(" \r\n\t ")).isNull();
    assertThat(Comment.tidied(null)).isNull();
    assertThat(Comment.isTooLong("x".repeat(2000))).isFalse();
    assertThat(Comment.isTooLong("x".repeat(2001))).isTrue();
    assertThat(Comment.isTooLong("😀".repeat(2000))).isFalse();
  }

  private static byte[] key(String letter) {
    return letter.repeat(32).getBytes(StandardCharsets.UTF_8);
  }
}
