package dev.hourglass.notifier.survey;

import static dev.hourglass.contracts.Rules.rule;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs survey tokens and knows its own again: {@code base64url(ticket, cycle, expiry)} and its
 * HMAC-SHA256, with a dot between them. Nobody can make one, or make one last longer, without the
 * key.
 */
public final class SurveyTokens {

  /** Shorter keys are easier to guess than the signature. */
  public static final int SHORTEST_KEY = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int PAYLOAD = 2 * Long.BYTES + Integer.BYTES + Long.BYTES;
  private static final int LONGEST_TOKEN = 128;

  private final SecretKeySpec key;

  public SurveyTokens(byte[] key) {
    rule(
        key.length >= SHORTEST_KEY,
        "the key of survey links must have at least " + SHORTEST_KEY + " bytes");
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The token as it stands in a link. */
  public String sign(SurveyToken token) {
    byte[] payload =
        ByteBuffer.allocate(PAYLOAD)
            .putLong(token.ticketId().getMostSignificantBits())
            .putLong(token.ticketId().getLeastSignificantBits())
            .putInt(token.cycle())
            .putLong(token.expiresAt().getEpochSecond())
            .array();
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(payload) + "." + encoder.encodeToString(signature(payload));
  }

  /** The token, if it is one that this key signed, in its one spelling; expired or not. */
  public Optional<SurveyToken> verify(String signed) {
    int dot = signed.indexOf('.');
    if (dot < 1 || signed.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    try {
      byte[] payload = Base64.getUrlDecoder().decode(signed.substring(0, dot));
      byte[] claimed = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
      // Takes the same time wherever the first difference is.
      boolean ours = MessageDigest.isEqual(signature(payload), claimed);
      return ours && payload.length == PAYLOAD
          ? Optional.of(read(payload)).filter(token -> sign(token).equals(signed))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      // Not base64: nobody signed that.
      return Optional.empty();
    }
  }

  private static SurveyToken read(byte[] payload) {
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    return new SurveyToken(
        new UUID(buffer.getLong(), buffer.getLong()),
        buffer.getInt(),
        Instant.ofEpochSecond(buffer.getLong()));
  }

  private byte[] signature(byte[] payload) {
    try {
      // A Mac is not safe for several threads, and cheap to make.
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(payload);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
