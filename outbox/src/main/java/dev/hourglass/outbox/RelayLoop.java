package dev.hourglass.outbox;

import dev.hourglass.outbox.PassResult.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs passes of the relay on a thread of its own: at once when woken by a commit, else on every
 * poll, for a commit of another instance, or one that was killed, wakes nobody here.
 */
final class RelayLoop implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(RelayLoop.class);

  private final OutboxRelay relay;
  private final Duration poll;
  private final Duration pauseAfterFailure;
  private final RelayMetrics metrics;
  private final Semaphore woken = new Semaphore(0);
  private final Thread thread;
  private volatile boolean running = true;
  private boolean failing;

  RelayLoop(
      OutboxRelay relay,
      String speaker,
      Duration poll,
      Duration pauseAfterFailure,
      RelayMetrics metrics) {
    this.relay = relay;
    this.poll = poll;
    this.pauseAfterFailure = pauseAfterFailure;
    this.metrics = metrics;
    this.thread = new Thread(this::run, speaker + "-outbox-relay");
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Asks for a pass now; never blocks. */
  void wake() {
    woken.release();
  }

  private void run() {
    while (running) {
      try {
        pass();
      } catch (InterruptedException e) {
        // Only close() interrupts; the loop's condition says the rest.
        LOG.debug("The relay was interrupted to stop");
      }
    }
  }

  private void pass() throws InterruptedException {
    PassResult result;
    try {
      result = relay.runOnce();
      metrics.passed(result);
      said(result.failed() > 0, "the broker does not acknowledge");
    } catch (SQLException | RuntimeException e) {
      metrics.failed();
      said(true, e.toString());
      woken.tryAcquire(pauseAfterFailure.toMillis(), TimeUnit.MILLISECONDS);
      woken.drainPermits();
      return;
    }
    if (result.wantsAnotherNow()) {
      return;
    }
    boolean troubled = result.failed() > 0 || result.outcome() == Outcome.BUSY;
    Duration wait = result.failed() > 0 ? pauseAfterFailure : poll;
    if (troubled) {
      // The lock or the broker is busy: another commit does not change that.
      woken.drainPermits();
    }
    woken.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
    woken.drainPermits();
  }

  /** One line when trouble starts and one when it is over, not one per pass. */
  private void said(boolean nowFailing, String why) {
    if (nowFailing && !failing) {
      LOG.warnf("Events wait in the outbox and are tried again until they are published: %s", why);
    } else if (!nowFailing && failing) {
      LOG.info("The outbox is being published again");
    }
    failing = nowFailing;
  }

  @Override
  public void close() {
    running = false;
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(15));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
