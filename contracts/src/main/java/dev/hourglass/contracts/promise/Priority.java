package dev.hourglass.contracts.promise;

/** How urgent a ticket is (S33, S34). */
public enum Priority {
  /** Urgent. */
  P1,
  /** High. */
  P2,
  /** Normal. */
  P3,
  /** Low. */
  P4
}
