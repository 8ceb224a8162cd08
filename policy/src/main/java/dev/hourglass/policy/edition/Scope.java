package dev.hourglass.policy.edition;

/** Which tickets an edition is for, once it is effective (R21). */
public enum Scope {
  /** Tickets received since; open ones keep the promise that they have. */
  NEW_TICKETS,
  /** Open tickets, too: they are promised anew, and what was said before stays said. */
  OPEN_TICKETS
}
