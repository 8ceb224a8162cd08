package dev.hourglass.notifier;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How mails that came back are heard of. */
public interface BounceConfig {

  /** What a mail gateway shows to {@code POST /bounces}; without it nobody may. */
  Optional<String> secret();

  /**
   * Whether a notice that does not show which mail it is about is about the last one to that
   * recipient. Without it such notices are of no use; with it somebody who knows an address can
   * make up that a mail to it came back.
   */
  @WithDefault("true")
  boolean byRecipient();

  /** Where mails come back to. */
  Mailbox mailbox();

  /** A mailbox that is read by IMAP; it should be the one of the sender's address. */
  interface Mailbox {

    /** Its server; without it no mailbox is read. */
    Optional<String> host();

    /** Usually 993 with TLS and 143 without. */
    @WithDefault("993")
    int port();

    /** Whose mailbox. */
    @WithDefault("hourglass")
    String user();

    /** The password of that user. */
    Optional<String> password();

    /** Whether the connection is encrypted from the first byte on; else STARTTLS if offered. */
    @WithDefault("true")
    boolean tls();

    /** The folder in which they arrive. */
    @WithDefault("INBOX")
    String folder();

    /** How often to look; bounds how late a delivery is taken back. */
    @WithDefault("30s")
    Duration poll();
  }
}
