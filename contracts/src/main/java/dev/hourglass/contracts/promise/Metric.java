package dev.hourglass.contracts.promise;

/** What a clock measures; each metric is an independent clock (R19). */
public enum Metric {
  /** Received until the customer receives the notice that the ticket is logged (S47, S48). */
  CONFIRMATION,
  /** Received until the first public agent reply. */
  FIRST_REPLY,
  /** Oldest unanswered requester message until the next public agent reply. */
  NEXT_REPLY,
  /** Last public agent word until the next one. */
  UPDATE,
  /** Received until restored or solved (S41). */
  RESTORATION,
  /** Received until solved. */
  RESOLUTION
}
