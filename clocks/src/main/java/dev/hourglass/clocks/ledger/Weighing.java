package dev.hourglass.clocks.ledger;

/** Whether a ledger tells which clocks each fact moves, which takes a fold for each of them. */
public enum Weighing {
  /** Each fact is weighed, unless there are too many. */
  EACH_FACT,
  /** No fact is weighed: one fold, however many facts there are. */
  NONE
}
