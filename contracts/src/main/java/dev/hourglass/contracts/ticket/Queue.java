package dev.hourglass.contracts.ticket;

/** Who works on a ticket (S9). */
public enum Queue {
  /** Technical support. */
  TECHNICAL,
  /** Billing and account questions. */
  BILLING
}
