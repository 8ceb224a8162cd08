package dev.hourglass.notifier.delivery;

import dev.hourglass.contracts.Rules;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * To whom we write at all. Not to ourselves, nor to the addresses that machines answer from: that
 * is how mail loops begin (R24).
 */
public final class AddressBook {

  private static final int LONGEST = 254;

  /** No control characters, spaces, brackets or separators: nothing that could end a header. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s\\p{Cntrl}<>,;:\"\\\\()\\[\\]@]{1,64}@[\\p{L}\\p{N}.-]{1,190}");

  private static final Set<String> MACHINES =
      Set.of("mailer-daemon", "postmaster", "noreply", "no-reply", "donotreply", "do-not-reply");

  private final Set<String> own;

  /**
   * @param own addresses that reach us
   */
  public AddressBook(Collection<String> own) {
    this.own =
        Rules.listOf(own).stream().map(each -> unmarked(folded(each))).collect(Collectors.toSet());
  }

  /** Why nobody is written to under this address; empty if somebody is. */
  public Optional<String> objection(@Nullable String address) {
    if (address == null || address.isBlank() || address.strip().equals("<>")) {
      return Optional.of("NO_RECIPIENT");
    }
    if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) {
      return Optional.of("BAD_ADDRESS");
    }
    if (own.contains(unmarked(folded(address)))) {
      return Optional.of("OWN_ADDRESS");
    }
    String mailbox = unmarked(folded(address)).split("@", 2)[0];
    return MACHINES.contains(mailbox) ? Optional.of("MACHINE_ADDRESS") : Optional.empty();
  }

  /** The address with all but its first character and its domain hidden, for operators. */
  public static String masked(String address) {
    int at = address.lastIndexOf('@');
    return at < 1 ? "" : address.charAt(0) + "***" + address.substring(at);
  }

  /** The domain of an address in lower case; empty if it has none. */
  public static String domainOf(String address) {
    String folded = folded(address);
    int at = folded.lastIndexOf('@');
    return at < 0 ? "" : folded.substring(at + 1);
  }

  /** Without what stands between a plus sign and the domain: it reaches the same mailbox. */
  private static String unmarked(String address) {
    return address.replaceFirst("\\+[^@]*(?=@)", "");
  }

  private static String folded(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }
}
