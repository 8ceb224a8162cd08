package dev.hourglass.notifier.survey;

import dev.hourglass.notifier.signing.LinkSigner;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Signs survey tokens (ticket, cycle, expiry) and knows its own again. */
public final class SurveyTokens {

  private static final int PAYLOAD = 2 * Long.BYTES + Integer.BYTES + Long.BYTES;

  private final LinkSigner signer;

  /**
   * @throws IllegalArgumentException if the key is too short
   */
  public SurveyTokens(byte[] key) {
    this.signer = new LinkSigner(key);
  }

  /** The token as it stands in a link. */
  public String sign(SurveyToken token) {
    return signer.sign(
        ByteBuffer.allocate(PAYLOAD)
            .putLong(token.ticketId().getMostSignificantBits())
            .putLong(token.ticketId().getLeastSignificantBits())
            .putInt(token.cycle())
            .putLong(token.expiresAt().getEpochSecond())
            .array());
  }

  /** The token, if it is one that this key signed, in its one spelling; expired or not. */
  public Optional<SurveyToken> verify(String signed) {
    return signer
        .verify(signed)
        .filter(payload -> payload.length == PAYLOAD)
        .map(SurveyTokens::read);
  }

  private static SurveyToken read(byte[] payload) {
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    return new SurveyToken(
        new UUID(buffer.getLong(), buffer.getLong()),
        buffer.getInt(),
        Instant.ofEpochSecond(buffer.getLong()));
  }
}
