package dev.hourglass.contracts.timing;

/** What a message is for. */
public enum MessageKind {
  /** The notice that the ticket is logged (S48). */
  CONFIRMATION,
  /** How satisfied the customer is (S59). */
  SURVEY,
  /** A breach or a risk, told to an operations team. */
  OPS_ALERT
}
