package dev.hourglass.notifier.signing;

import static dev.hourglass.contracts.Rules.rule;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Signs what a link stands for and knows its own again: {@code base64url(payload)} and its
 * HMAC-SHA256, with a dot between them. Nobody can make one, or change one, without the key.
 */
public final class LinkSigner {

  /** Shorter keys are easier to guess than the signature. */
  public static final int SHORTEST_KEY = 32;

  private static final int LONGEST_TOKEN = 128;

  private final byte[] key;

  /**
   * @throws IllegalArgumentException if the key has fewer than 32 bytes
   */
  public LinkSigner(byte[] key) {
    rule(
        key.length >= SHORTEST_KEY,
        "the key of links must have at least " + SHORTEST_KEY + " bytes");
    this.key = key.clone();
  }

  /** The payload and its signature as they stand in a link. */
  public String sign(byte[] payload) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(payload)
        + "."
        + encoder.encodeToString(HmacSha256.of(key, payload));
  }

  /** The payload, if this key signed it, in its one spelling. */
  public Optional<byte[]> verify(String signed) {
    int dot = signed.indexOf('.');
    if (dot < 1 || signed.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    try {
      byte[] payload = Base64.getUrlDecoder().decode(signed.substring(0, dot));
      byte[] claimed = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
      // Takes the same time wherever the first difference is.
      boolean ours = MessageDigest.isEqual(HmacSha256.of(key, payload), claimed);
      return ours && sign(payload).equals(signed) ? Optional.of(payload) : Optional.empty();
    } catch (IllegalArgumentException e) {
      // Not base64: nobody signed that.
      return Optional.empty();
    }
  }
}
