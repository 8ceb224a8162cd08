package dev.hourglass.prioritizer.account;

import static dev.hourglass.contracts.Rules.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An e-mail address, trimmed and in lower case. */
public record EmailAddress(String value) {

  static final String FORM =
      "is an e-mail address of at most 254 characters, such as ada@acme.example";

  private static final int LONGEST = 254;
  private static final Pattern SHAPE =
      Pattern.compile(
          "[^\\s@<>(),;:\"\\[\\]\\\\\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

  public EmailAddress {
    value = normalised(value);
    rule(
        value.length() <= LONGEST && SHAPE.matcher(value).matches() && !value.contains(".."), FORM);
  }

  /** The digest of an address as somebody wrote it, whether it is one or not. */
  public static String digest(@Nullable String address) {
    return sha256(normalised(address));
  }

  private static String normalised(@Nullable String address) {
    return address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
  }

  /** SHA-256 of the address, in lower-case hexadecimal. */
  public String digest() {
    return sha256(value);
  }

  private static String sha256(String value) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Never the address itself: it would end in a log. */
  @Override
  public String toString() {
    return "EmailAddress[" + digest().substring(0, 8) + "…]";
  }
}
