package dev.hourglass.contracts.account;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.ticket.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person of an account, without personal data.
 *
 * @param emailDigest SHA-256 of the trimmed, lower-case address, in lower-case hexadecimal
 */
public record AccountMember(String emailDigest, Role role, @Nullable String language) {

  public AccountMember {
    required(emailDigest, "emailDigest");
    required(role, "role");
    rule(
        emailDigest.matches("[0-9a-f]{64}"),
        "'emailDigest' is a SHA-256 in lower-case hexadecimal");
  }
}
