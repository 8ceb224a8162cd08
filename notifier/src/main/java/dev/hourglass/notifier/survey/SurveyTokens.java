package dev.hourglass.notifier.survey;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Signs survey tokens and knows its own again: {@code base64url(ticket, cycle, expiry)} and its
 * HMAC-SHA256, with a dot between them. Nobody can make one, or make one last longer, without the
 * key.
 */
public final class SurveyTokens {

  /** In bytes. */
  public static final int SHORTEST_KEY = KeyedHash.SHORTEST_KEY;

  private static final int PAYLOAD = 2 * Long.BYTES + Integer.BYTES + Long.BYTES;
  private static final int LONGEST_TOKEN = 128;

  private final KeyedHash hash;

  public SurveyTokens(byte[] key) {
    hash = new KeyedHash(key);
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
    return hash.of(payload);
  }
}
