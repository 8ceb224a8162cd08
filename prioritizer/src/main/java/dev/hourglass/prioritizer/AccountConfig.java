package dev.hourglass.prioritizer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of who keeps the accounts. */
@ConfigMapping(prefix = "prioritizer.account")
public interface AccountConfig {

  /** Who may say what an account is. */
  enum Writer {
    /** REST and CSV; what a CRM says goes to the dead letters. */
    REST,
    /** A CRM on the topic {@code accounts}; REST and CSV are refused. */
    CRM,
    /** Both; the last word counts, account by account. */
    BOTH;

    /** Whether REST and CSV are refused. */
    public boolean refusesRest() {
      return this == CRM;
    }

    /** Whether a CRM is refused. */
    public boolean refusesCrm() {
      return this == REST;
    }
  }

  /**
   * Who may say what an account is: with both, a change by REST is undone by the next word of the
   * CRM on that account.
   */
  @WithDefault("BOTH")
  Writer writer();
}
