package dev.hourglass.prioritizer.account;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.ticket.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person of an account. The address is personal data and leaves this service as its digest only.
 *
 * @param emailDigest of the normalised address
 * @param email missing where only a CRM has it (ADR 0006)
 */
public record Member(
    String emailDigest, @Nullable EmailAddress email, Role role, @Nullable String language) {

  public Member {
    required(emailDigest, "emailDigest");
    required(role, "role");
    rule(
        email == null || email.digest().equals(emailDigest),
        "'emailDigest' is the digest of 'email'");
  }

  /** A person whose address is known. */
  public Member(EmailAddress email, Role role, @Nullable String language) {
    this(required(email, "email").digest(), email, role, language);
  }

  /** By address; those without one come last. */
  String order() {
    return email == null ? "\uFFFF" + emailDigest : email.value();
  }
}
