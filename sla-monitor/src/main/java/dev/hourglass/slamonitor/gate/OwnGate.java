package dev.hourglass.slamonitor.gate;

import dev.hourglass.clocks.alert.SpokenUpTo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The gate over all partitions that tasks of this instance read. */
public final class OwnGate implements Gate {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Map<Integer, PartitionWatch> watches = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Duration holdAtMost;

  /**
   * @param holdAtMost for how long an alert is held back at most for want of a speaker
   */
  public OwnGate(Clock clock, Duration holdAtMost) {
    this.clock = clock;
    this.holdAtMost = holdAtMost;
  }

  @Override
  public void began(int partition) {
    watches.put(partition, new PartitionWatch(clock.instant()));
  }

  @Override
  public void processed(int partition, long offset) {
    PartitionWatch watch = watches.get(partition);
    if (watch != null) {
      watch.processed(offset);
    }
  }

  @Override
  public void ended(int partition) {
    watches.remove(partition);
  }

  @Override
  public Optional<Instant> heardUpTo(int partition, Instant now) {
    return Optional.ofNullable(watches.get(partition))
        .flatMap(PartitionWatch::caughtUpAt)
        .map(caughtUpAt -> caughtUpAt.isBefore(now.minus(FRESH)) ? caughtUpAt : now);
  }

  @Override
  public SpokenUpTo spokenUpTo(int partition, Instant now) {
    PartitionWatch watch = watches.get(partition);
    Instant longAgo = now.minus(holdAtMost);
    Spoken spoken = watch == null ? Spoken.NOTHING : watch.spoken();
    boolean waited = watch != null && !watch.begunAt().isAfter(longAgo);
    return new SpokenUpTo(
        spoken.ofDeliveries(), spoken.ofAllElse(), waited ? longAgo : Instant.MIN);
  }

  /** The consumer polled; {@code lastOffset} is negative if the poll returned nothing of it. */
  public void polled(int partition, long position, long lastOffset) {
    PartitionWatch watch = watches.get(partition);
    if (watch != null) {
      watch.polled(position, lastOffset);
    }
  }

  /**
   * The broker told the end offset of a partition.
   *
   * @param askedAt when it was asked
   * @param spoken what the speakers had reported when it was asked: what they said by then lies
   *     before the end
   */
  public void endSeen(int partition, long end, Instant askedAt, Spoken spoken) {
    PartitionWatch watch = watches.get(partition);
    if (watch != null) {
      watch.endSeen(end, askedAt, spoken);
    }
  }

  /** The partitions that tasks of this instance read now. */
  public Set<Integer> partitions() {
    return Set.copyOf(watches.keySet());
  }

  /** Whether every partition has been heard to its end within {@code tolerance}. */
  public boolean caughtUp(Duration tolerance) {
    Instant since = clock.instant().minus(tolerance);
    return watches.values().stream().allMatch(watch -> caughtUp(watch, since));
  }

  /** How many offsets are still to be processed in all. */
  public long lag() {
    return watches.values().stream().mapToLong(PartitionWatch::lag).sum();
  }

  private static boolean caughtUp(PartitionWatch watch, Instant since) {
    return watch != null
        && watch.caughtUpAt().map(caughtUpAt -> !caughtUpAt.isBefore(since)).orElse(false);
  }
}
