package dev.hourglass.policy.entitlement;

/** What a support plan may include beside access (S27, S29, S30). */
public enum Benefit {
  /** Targets by priority. */
  PRIORITISED_RESPONSE,
  /** Escalation without asking for it. */
  AUTOMATIC_ESCALATION,
  /** A technical account manager. */
  TECHNICAL_ACCOUNT_MANAGER
}
