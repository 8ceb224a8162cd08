package dev.hourglass.contracts.ticket;

/** Where a ticket came from (S4–S7). */
public enum Channel {
  /** The web form; refuses an improper ticket (K15). */
  WEB,
  /** The live chat. */
  CHAT,
  /** An agent who logs a phone call. */
  PHONE,
  /** Another system. */
  API
}
