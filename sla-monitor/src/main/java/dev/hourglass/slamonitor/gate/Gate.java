package dev.hourglass.slamonitor.gate;

import dev.hourglass.clocks.alert.SpokenUpTo;
import java.time.Instant;
import java.util.Optional;

/**
 * Up to when everything that could make an alert untrue has been heard. Nothing is said about what
 * fell due after that.
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

  /**
   * Up to when the speakers have spoken, and what they said of this partition has been processed;
   * nothing of it is assumed before the task has waited for them for as long as alerts are held.
   */
  SpokenUpTo spokenUpTo(int partition, Instant now);
}
