package dev.hourglass.contracts.timing;

/** Who can read a reply. */
public enum Visibility {
  /** The customer too. */
  PUBLIC,
  /** Agents only. */
  INTERNAL
}
