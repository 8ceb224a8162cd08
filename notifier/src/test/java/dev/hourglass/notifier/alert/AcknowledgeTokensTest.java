package dev.hourglass.notifier.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.notifier.signing.LinkSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcknowledgeTokensTest {

  private static final byte[] KEY = "k".repeat(32).getBytes(StandardCharsets.UTF_8);

  private final AcknowledgeTokens tokens = new AcknowledgeTokens(KEY);
  private final AcknowledgeToken token =
      new AcknowledgeToken(
          UUID.randomUUID(), UUID.randomUUID(), Instant.parse("2026-12-01T00:00:00Z"));

  @Test
  void aTokenIsKnownAgain() {
    assertThat(tokens.verify(tokens.sign(token))).contains(token);
    assertThat(token.isExpired(token.expiresAt().minusMillis(1))).isFalse();
    assertThat(token.isExpired(token.expiresAt())).isTrue();
  }

  @Test
  @DisplayName("what the same key signed for another purpose is no token of ours")
  void otherPurpose() {
    String payload = tokens.sign(token).split("\\.")[0];
    String forged = new LinkSigner(KEY).sign(Base64.getUrlDecoder().decode(payload));
    assertThat(tokens.verify(forged)).isEmpty();
  }

  @Test
  void noCharacterCanBeChanged() {
    String signed = tokens.sign(token);
    for (int i = 0; i < signed.length(); i++) {
      char other = signed.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(tokens.verify(signed.substring(0, i) + other + signed.substring(i + 1)))
          .as("changed at %d", i)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'Team leads, Germany', team-leads-germany",
    "'Équipe de garde', equipe-de-garde",
    "'…', ops",
    "'', ops",
    "'a234567890123456789012345678901234567890x', a234567890123456789012345678901234567890"
  })
  void aSubscriptionsNameBecomesARole(String name, String code) {
    assertThat(AcknowledgeSheet.codeOf(name)).isEqualTo(code);
  }
}
