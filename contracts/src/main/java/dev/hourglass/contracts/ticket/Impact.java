package dev.hourglass.contracts.ticket;

/** How badly the requester says the service is hit, in the terms of S35–S38. */
public enum Impact {
  /** The service is down. */
  SERVICE_DOWN,
  /** Operation is severely degraded, or the impact is critical. */
  SEVERELY_IMPAIRED,
  /** Important aspects are negatively affected. */
  PARTLY_IMPAIRED,
  /** A general problem with a feature; operation is not affected. */
  FEATURE_ISSUE,
  /** A request for information or help. */
  QUESTION
}
