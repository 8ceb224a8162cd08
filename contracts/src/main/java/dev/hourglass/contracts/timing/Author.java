package dev.hourglass.contracts.timing;

/** Who wrote a reply. */
public enum Author {
  /** Somebody of the support organisation. */
  AGENT,
  /** The customer. */
  REQUESTER
}
