package dev.hourglass.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.notifier.subscription.SigningSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

  /** The example that the libraries of Standard Webhooks test themselves with. */
  private static final byte[] SECRET =
      Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);

  @Test
  @DisplayName("the signature is the one of Standard Webhooks' own example")
  void theirExample() {
    byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    assertThat(WebhookSignature.of("msg_p5jXN8AQM9LWM0D4loKWxJek", NOW, body, List.of(SECRET)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void twoSecretsMakeTwoSignatures() {
    byte[] body = {1};
    byte[] other = new byte[32];
    String both = WebhookSignature.of("id", NOW, body, List.of(SECRET, other));
    assertThat(both.split(" "))
        .containsExactly(
            WebhookSignature.of("id", NOW, body, List.of(SECRET)),
            WebhookSignature.of("id", NOW, body, List.of(other)));
  }

  @Test
  @DisplayName("after a change the secret before signs along up to the end of the overlap")
  void overlap() {
    byte[] next = new byte[32];
    SigningSecrets changed = SigningSecrets.first(SECRET).changed(next, NOW);
    assertThat(changed.signing(NOW.minusNanos(1))).containsExactly(next, SECRET);
    assertThat(changed.signing(NOW)).containsExactly(next);
    assertThat(SigningSecrets.first(SECRET).signing(NOW)).containsExactly(SECRET);
  }

  @Test
  void aSecretIsShownAsTheSchemeWantsItAndNeverPrinted() {
    SigningSecrets secrets = SigningSecrets.first(SECRET);
    assertThat(secrets.shown()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertThat(secrets.toString()).doesNotContain("MfKQ");
    assertThatThrownBy(() -> SigningSecrets.first(new byte[23])).hasMessageContaining("24 to 64");
    assertThatThrownBy(() -> SigningSecrets.first(new byte[65])).hasMessageContaining("24 to 64");
  }
}
