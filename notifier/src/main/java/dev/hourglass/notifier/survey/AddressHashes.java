package dev.hourglass.notifier.survey;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Knows an address again without keeping it: a keyed hash, which nobody can try addresses on
 * without the key. A new key forgets all.
 */
public final class AddressHashes {

  /** So that what is hashed here is never the content of a token, under the same key. */
  private static final String PURPOSE = "survey recipient|";

  private final KeyedHash hash;

  /**
   * @param key of the surveys, at least 32 bytes
   */
  public AddressHashes(byte[] key) {
    hash = new KeyedHash(key);
  }

  /** The same for every way to write the address in capitals. */
  public byte[] of(String address) {
    String folded = address.strip().toLowerCase(Locale.ROOT);
    return hash.of((PURPOSE + folded).getBytes(StandardCharsets.UTF_8));
  }
}
