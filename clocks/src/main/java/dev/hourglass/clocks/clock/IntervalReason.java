package dev.hourglass.clocks.clock;

/** What a moment between start and stop of a clock is. */
public enum IntervalReason {
  /** It uses up the target. */
  RUNNING,
  /** Working time in which the ticket waits for something that stops this clock. */
  PAUSED,
  /** No working time, whether the ticket waits or not. */
  OUT_OF_HOURS
}
