package dev.hourglass.contracts.promise;

/** What a clock measures; each metric is an independent clock (R19). */
public enum Metric {
  /** Received until the customer receives the notice that the ticket is logged (S47, S48). */
  CONFIRMATION,
  /** Received until the first public agent reply. */
  FIRST_REPLY,
  /**
   * The oldest requester message that is not answered until the next public agent reply; one cycle
   * per question. Before the first reply, FIRST_REPLY is the clock of what was asked.
   */
  NEXT_REPLY,
  /** Received, or the last public agent word, until the next one; one cycle per period. */
  UPDATE,
  /** Received until restored or solved (S41). */
  RESTORATION,
  /** Received until solved. */
  RESOLUTION
}
