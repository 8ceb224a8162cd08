package dev.hourglass.prioritizer.kafka;

import dev.hourglass.prioritizer.postgres.Outages;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Does a piece of work until the database lets it: an outage is nobody's record's fault. What would
 * fail again in the same way is thrown on, for the dead letters.
 */
final class Patience {

  private static final Logger LOG = Logger.getLogger(Patience.class);
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;
  private static final int CONFLICTS = 3;

  private Patience() {}

  static void run(Runnable work) {
    long pause = FIRST_PAUSE_MILLIS;
    int conflicts = 0;
    boolean waited = false;
    while (true) {
      try {
        work.run();
        if (waited) {
          LOG.info("The database takes records again");
        }
        return;
      } catch (RuntimeException failure) {
        if (Outages.isConflict(failure) && conflicts++ < CONFLICTS) {
          continue;
        }
        if (!Outages.isOutage(failure)) {
          throw failure;
        }
        if (!waited) {
          LOG.warnf(
              "The database does not take a record; it is tried again until it does: %s", failure);
        }
        waited = true;
        pause(pause, failure);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  private static void pause(long millis, RuntimeException failure) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      // We are being stopped; the record is not acknowledged and comes again after the restart.
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
