package dev.hourglass.prioritizer.account;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.ticket.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person of an account. Personal data: leaves this service as a digest only.
 *
 * @param email normalised
 */
public record Member(EmailAddress email, Role role, @Nullable String language) {

  public Member {
    required(email, "email");
    required(role, "role");
  }
}
