package dev.hourglass.notifier.alert;

import dev.hourglass.notifier.signing.HmacSha256;
import dev.hourglass.notifier.signing.LinkSigner;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Signs the tokens of acknowledge links and knows its own again. */
public final class AcknowledgeTokens {

  private static final int PAYLOAD = 4 * Long.BYTES + Long.BYTES;
  private static final byte[] PURPOSE = "acknowledge".getBytes(StandardCharsets.UTF_8);

  private final LinkSigner signer;

  /**
   * @param key of all links; these sign with one derived from it, so that no link of another kind
   *     can pass for one of theirs
   */
  public AcknowledgeTokens(byte[] key) {
    this.signer = new LinkSigner(HmacSha256.of(key, PURPOSE));
  }

  /** The token as it stands in a link. */
  public String sign(AcknowledgeToken token) {
    ByteBuffer payload = ByteBuffer.allocate(PAYLOAD);
    put(payload, token.alert());
    put(payload, token.subscription());
    return signer.sign(payload.putLong(token.expiresAt().getEpochSecond()).array());
  }

  /** The token, if it is one that this key signed; expired or not. */
  public Optional<AcknowledgeToken> verify(String signed) {
    return signer
        .verify(signed)
        .filter(payload -> payload.length == PAYLOAD)
        .map(AcknowledgeTokens::read);
  }

  private static AcknowledgeToken read(byte[] payload) {
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    return new AcknowledgeToken(
        uuid(buffer), uuid(buffer), Instant.ofEpochSecond(buffer.getLong()));
  }

  private static void put(ByteBuffer buffer, UUID id) {
    buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static UUID uuid(ByteBuffer buffer) {
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
