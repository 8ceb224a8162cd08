package dev.hourglass.notifier.signing;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one algorithm that we sign with. */
public final class HmacSha256 {

  private static final String ALGORITHM = "HmacSHA256";

  private HmacSha256() {}

  /** The signature of the parts, one after the other, under a key of at least one byte. */
  public static byte[] of(byte[] key, byte[]... parts) {
    try {
      // A Mac is not safe for several threads, and cheap to make.
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      Arrays.stream(parts).forEach(mac::update);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
