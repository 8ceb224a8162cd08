package dev.hourglass.slamonitor.gate;

import java.time.Instant;

/**
 * The own gate: whether everything that could make an alert untrue has been heard. Nothing is said
 * of a partition whose gate is shut.
 */
public interface Gate {

  /** A task began to read a partition, from wherever its last transaction ended. */
  void began(int partition);

  /** The record at this offset has been processed. */
  void processed(int partition, long offset);

  /** A task ended to read a partition. */
  void ended(int partition);

  /**
   * Whether the partition had been heard to its end less than a second before {@code now}: every
   * record up to an end offset that was fetched within that second has been processed.
   */
  boolean open(int partition, Instant now);
}
