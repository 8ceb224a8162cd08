package dev.hourglass.notifier.survey;

import static dev.hourglass.contracts.Rules.rule;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under the key of surveys. */
final class KeyedHash {

  /** Shorter keys are easier to guess than the hash. */
  static final int SHORTEST_KEY = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  KeyedHash(byte[] key) {
    rule(
        key.length >= SHORTEST_KEY,
        "the key of survey links must have at least " + SHORTEST_KEY + " bytes");
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  byte[] of(byte[] message) {
    try {
      // A Mac is not safe for several threads, and cheap to make.
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
