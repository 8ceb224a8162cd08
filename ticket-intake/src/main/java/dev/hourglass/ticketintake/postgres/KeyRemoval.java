package dev.hourglass.ticketintake.postgres;

import dev.hourglass.ticketintake.TicketIntakeConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Removes keys that have been kept long enough, a bounded number at a time (R23). */
@ApplicationScoped
public class KeyRemoval {

  private static final Logger LOG = Logger.getLogger(KeyRemoval.class);

  /** So many removals a run at most, so that a backlog does not hold the scheduler. */
  private static final int ROUNDS = 100;

  private final IdempotencyKeys keys;
  private final TicketIntakeConfig.Idempotency limits;
  private final Clock clock;

  KeyRemoval(IdempotencyKeys keys, TicketIntakeConfig config, Clock clock) {
    this.keys = keys;
    this.limits = config.idempotency();
    this.clock = clock;
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    try {
      runOnce(clock.instant());
    } catch (StorageFailed e) {
      LOG.warn("Old idempotency keys could not be removed; the next run tries again", e);
    }
  }

  /** Removes what is older than to be kept as of now; returns how many keys. */
  public int runOnce(Instant now) {
    Instant before = now.minus(limits.keep());
    int removed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int inRound = keys.remove(before, limits.removeAtMost());
      removed += inRound;
      if (inRound < limits.removeAtMost()) {
        break;
      }
    }
    return removed;
  }
}
