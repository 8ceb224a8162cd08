package dev.hourglass.notifier.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The Message-ID of a delivery: the same for every attempt, so that a mailbox that gets it twice
 * can tell (R23).
 */
public final class MessageId {

  private static final int DIGITS = 32;

  private MessageId() {}

  /** The Message-ID in angle brackets. */
  public static String of(Delivery delivery, String domain) {
    return of(delivery.cause(), domain);
  }

  /** The Message-ID of what a cause made, in angle brackets. */
  public static String of(String cause, String domain) {
    return "<" + key(cause) + "@" + domain + ">";
  }

  /** The part before the domain: 32 hexadecimal digits. */
  public static String key(String cause) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(cause.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
