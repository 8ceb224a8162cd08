package dev.hourglass.notifier.subscription;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook's messages are signed with. For some time after a change they are signed with the
 * secret before, too, so that the receiver can change its own when it likes.
 *
 * @param current 24 to 64 bytes
 * @param previous missing if it was never changed
 * @param previousUntil exclusive; from then on the current one signs alone
 */
public record SigningSecrets(
    byte[] current, byte @Nullable [] previous, @Nullable Instant previousUntil) {

  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  public SigningSecrets {
    required(current, "current");
    rule(
        current.length >= SHORTEST && current.length <= LONGEST,
        "a webhook's secret has " + SHORTEST + " to " + LONGEST + " bytes");
    rule((previous == null) == (previousUntil == null), "a previous secret ends at some time");
  }

  /** The first secret of a subscription. */
  public static SigningSecrets first(byte[] secret) {
    return new SigningSecrets(secret, null, null);
  }

  /** After a change to another; the one before the current, if it still signed, ends at once. */
  public SigningSecrets changed(byte[] secret, Instant until) {
    return new SigningSecrets(secret, current, until);
  }

  /** Those that sign at {@code now}, the current one first. */
  public List<byte[]> signing(Instant now) {
    return previous != null && now.isBefore(previousUntil)
        ? List.of(current, previous)
        : List.of(current);
  }

  /** The current one as its receiver is told, once. */
  public String shown() {
    return PREFIX + Base64.getEncoder().encodeToString(current);
  }

  @Override
  public String toString() {
    return "SigningSecrets[hidden]";
  }
}
