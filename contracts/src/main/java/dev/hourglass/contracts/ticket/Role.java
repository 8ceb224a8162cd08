package dev.hourglass.contracts.ticket;

/** What the requester is in the account (S15). */
public enum Role {
  /** Owner of the account. */
  OWNER,
  /** Administrator with a licence. */
  ADMIN,
  /** Member with a licence. */
  LICENSED_MEMBER,
  /** Member without a licence; any end user. */
  MEMBER
}
