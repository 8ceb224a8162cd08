package dev.hourglass.notifier.webhook;

import dev.hourglass.notifier.signing.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Signs by the scheme of Standard Webhooks, version 1: HMAC-SHA256 of {@code id.timestamp.body},
 * once with each secret.
 */
final class WebhookSignature {

  private WebhookSignature() {}

  /** The value of the header {@code webhook-signature}. */
  static String of(String id, Instant timestamp, byte[] body, List<byte[]> secrets) {
    byte[] prefix = (id + "." + timestamp.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
    return secrets.stream()
        .map(secret -> HmacSha256.of(secret, prefix, body))
        .map(signature -> "v1," + Base64.getEncoder().encodeToString(signature))
        .collect(Collectors.joining(" "));
  }
}
