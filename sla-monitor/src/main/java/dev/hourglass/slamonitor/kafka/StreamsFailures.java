package dev.hourglass.slamonitor.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * A stream thread that dies is replaced: its tasks go on from their last transaction. The second of
 * two deaths in quick succession waits, so that a failure that stays does not spin.
 */
final class StreamsFailures implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = Logger.getLogger(StreamsFailures.class);
  private static final Duration QUICK = Duration.ofSeconds(10);
  private static final Duration WAIT = Duration.ofSeconds(2);

  private final Clock clock;
  private Instant last = Instant.MIN;

  StreamsFailures(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    Instant now = clock.instant();
    LOG.error("A stream thread died; another takes its tasks from the last transaction", failure);
    if (last.isAfter(now.minus(QUICK))) {
      LockSupport.parkNanos(WAIT.toNanos());
    }
    last = now;
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
