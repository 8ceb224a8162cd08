package dev.hourglass.contracts.alert;

/** Why a ticket is at risk. */
public enum RiskReason {
  /** A clock reached a warning point. */
  WARNING_POINT,
  /** No promise was heard of a minute after the ticket was received. */
  NO_PROMISE
}
