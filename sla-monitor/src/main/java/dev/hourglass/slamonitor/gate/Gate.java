package dev.hourglass.slamonitor.gate;

import java.time.Instant;
import java.util.Optional;

/**
 * The own gate: up to when everything that could make an alert untrue has been heard. Nothing is
 * said about what fell due after that.
 */
public interface Gate {

  /** A task began to read a partition, from wherever its last transaction ended. */
  void began(int partition);

  /** The record at this offset has been processed. */
  void processed(int partition, long offset);

  /** A task ended to read a partition. */
  void ended(int partition);

  /**
   * Up to when everything of the partition has been heard: {@code now} if every record up to an end
   * offset asked for within the last second has been processed, else when the newest end offset was
   * asked for that has been reached; empty if none has been since the task began.
   */
  Optional<Instant> heardUpTo(int partition, Instant now);
}
