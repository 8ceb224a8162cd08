package dev.hourglass.notifier.survey;

import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.notifier.signing.HmacSha256;
import dev.hourglass.notifier.signing.LinkSigner;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Knows an address again without keeping it: a keyed hash, which nobody can try addresses on
 * without the key. A new key forgets all.
 */
public final class AddressHashes {

  /** So that what is hashed here is never the content of a token, under the same key. */
  private static final String PURPOSE = "survey recipient|";

  private final byte[] key;

  /**
   * @param key of the surveys, at least 32 bytes
   */
  public AddressHashes(byte[] key) {
    rule(
        key.length >= LinkSigner.SHORTEST_KEY,
        "the key of surveys must have at least " + LinkSigner.SHORTEST_KEY + " bytes");
    this.key = key.clone();
  }

  /** The same for every way to write the address in capitals. */
  public byte[] of(String address) {
    String folded = address.strip().toLowerCase(Locale.ROOT);
    return HmacSha256.of(key, (PURPOSE + folded).getBytes(StandardCharsets.UTF_8));
  }
}
