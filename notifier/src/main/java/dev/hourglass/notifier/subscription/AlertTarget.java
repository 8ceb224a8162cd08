package dev.hourglass.notifier.subscription;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.notifier.language.Language;
import java.net.URI;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the alerts of a subscription go. */
public sealed interface AlertTarget {

  /**
   * By mail.
   *
   * @param addresses 1 to 20, each gets its own mail
   * @param language in which they are written; English if missing
   * @param timeZone in which times are said; UTC if missing
   * @param quietHours when nothing is sent; missing if mails may come at any time
   */
  record Mailboxes(
      List<String> addresses,
      @Nullable Language language,
      @Nullable ZoneId timeZone,
      @Nullable QuietHours quietHours)
      implements AlertTarget {

    private static final int MOST = 20;

    public Mailboxes {
      rule(
          addresses != null && !addresses.isEmpty() && addresses.size() <= MOST,
          "a subscription has 1 to " + MOST + " 'addresses'");
      addresses = List.copyOf(new LinkedHashSet<>(addresses));
      language = language == null ? Language.EN : language;
      timeZone = timeZone == null ? ZoneId.of("UTC") : timeZone;
    }
  }

  /**
   * By HTTP, signed.
   *
   * @param url with a host, without user information or fragment
   */
  record Webhook(URI url) implements AlertTarget {

    private static final int LONGEST = 2_000;

    public Webhook {
      required(url, "url");
      rule(
          "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()),
          "'url' begins with https:// (or http://, where that is allowed)");
      rule(url.getHost() != null && url.getPort() != 0, "'url' names a host");
      rule(
          url.getRawUserInfo() == null && url.getRawFragment() == null,
          "'url' has neither user information nor a fragment");
      rule(url.toString().length() <= LONGEST, "'url' has at most " + LONGEST + " characters");
    }

    /** Whether what is sent can be read by nobody on the way. */
    public boolean hasTls() {
      return "https".equalsIgnoreCase(url.getScheme());
    }
  }
}
