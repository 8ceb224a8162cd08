package dev.hourglass.slamonitor.gate;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How far one partition has been heard. Written by the stream thread (polls, processed records) and
 * by the thread that asks the broker for end offsets.
 */
final class PartitionWatch {

  private static final int ENDS_REMEMBERED = 50;
  private static final long NOTHING = -1;

  private final Instant begunAt;
  private final Deque<EndSeen> ends = new ArrayDeque<>();
  private long position = NOTHING;
  private long lastReturned = NOTHING;
  private long lastProcessed = NOTHING;
  private long latestEnd = NOTHING;
  private Instant caughtUpAt;
  private Spoken spoken = Spoken.NOTHING;

  PartitionWatch(Instant begunAt) {
    this.begunAt = begunAt;
  }

  /**
   * After a poll.
   *
   * @param consumerPosition the next offset to fetch; steps over transaction markers too
   * @param lastOffset of the records that the poll returned; negative if it returned none
   */
  synchronized void polled(long consumerPosition, long lastOffset) {
    position = consumerPosition;
    if (lastOffset >= 0) {
      lastReturned = lastOffset;
    }
  }

  synchronized void processed(long offset) {
    lastProcessed = offset;
  }

  /**
   * An end offset was fetched.
   *
   * @param askedAt before the request was sent; one from before the task began proves nothing
   * @param reported what the speakers had reported before the request was sent
   */
  synchronized void endSeen(long end, Instant askedAt, Spoken reported) {
    settle();
    if (askedAt.isBefore(begunAt)) {
      return;
    }
    latestEnd = end;
    ends.addLast(new EndSeen(end, askedAt, reported));
    if (ends.size() > ENDS_REMEMBERED) {
      ends.removeFirst();
    }
  }

  /** When the newest end offset was asked for that has been reached. */
  synchronized Optional<Instant> caughtUpAt() {
    settle();
    return Optional.ofNullable(caughtUpAt);
  }

  /** What the speakers had said all of, as far as it has been processed here. */
  synchronized Spoken spoken() {
    settle();
    return spoken;
  }

  Instant begunAt() {
    return begunAt;
  }

  /** How many offsets are still to be processed, as far as is known. */
  synchronized long lag() {
    return latestEnd == NOTHING ? 0 : Math.max(0, latestEnd - done());
  }

  private void settle() {
    long done = done();
    while (!ends.isEmpty() && ends.peekFirst().offset() <= done) {
      EndSeen reached = ends.removeFirst();
      caughtUpAt = reached.askedAt();
      spoken = spoken.orLater(reached.reported());
    }
  }

  /** All below this offset is processed; with records in the buffer that is less than polled. */
  private long done() {
    return lastReturned <= lastProcessed ? position : lastProcessed + 1;
  }

  private record EndSeen(long offset, Instant askedAt, Spoken reported) {}
}
