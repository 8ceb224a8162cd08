package dev.hourglass.clocks.ledger;

/** What is odd about the time of a fact. */
public enum FactFlag {
  /** Dated later than it was heard, by more than clocks may differ: it counts when heard. */
  FROM_THE_FUTURE,
  /** It happened before the ticket was received. */
  BEFORE_THE_TICKET,
  /** Its speaker's clock was set back a little: it counts at the time of the fact before it. */
  CLOCK_SET_BACK,
  /** It had happened by then, and was heard of later. */
  HEARD_LATER
}
