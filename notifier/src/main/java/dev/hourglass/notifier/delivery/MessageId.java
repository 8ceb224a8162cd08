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
    String facts = delivery.ticketId() + "|" + delivery.kind() + "|" + delivery.cycle();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(facts.getBytes(StandardCharsets.UTF_8));
      return "<" + HexFormat.of().formatHex(hash).substring(0, DIGITS) + "@" + domain + ">";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
