package dev.hourglass.prioritizer.kafka;

import dev.hourglass.inbox.Outages;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Looks, every second, whether an account's plan changed while it has open tickets. */
@ApplicationScoped
public class PlanChangeTimer {

  private static final Logger LOG = Logger.getLogger(PlanChangeTimer.class);

  private final Announcer announcer;

  @Inject
  public PlanChangeTimer(Announcer announcer) {
    this.announcer = announcer;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    try {
      boolean more = true;
      while (more) {
        more = announcer.hearPlans();
      }
    } catch (RuntimeException e) {
      LOG.warnf(
          "A change of a plan is not said to all open tickets yet; it goes on in a second: %s",
          Outages.withoutContent(e));
    }
  }
}
