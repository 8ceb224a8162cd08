package dev.hourglass.prioritizer;

import dev.hourglass.prioritizer.edition.Editions;
import dev.hourglass.prioritizer.ticket.OpenTickets;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Looks again and again for open tickets that the edition in force is for, too: when it becomes
 * effective, and later those that were received before but heard of after.
 */
@ApplicationScoped
public class EffectiveEditions {

  private static final Logger LOG = Logger.getLogger(EffectiveEditions.class);

  private final Editions editions;
  private final OpenTickets tickets;
  private final Clock clock;

  @Inject
  public EffectiveEditions(Editions editions, OpenTickets tickets, Clock clock) {
    this.editions = editions;
    this.tickets = tickets;
    this.clock = clock;
  }

  @Scheduled(
      every = "10s",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    try {
      runOnce(clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("Open tickets were not all promised anew; the next look goes on", e);
    }
  }

  /** Looks once, as of now. */
  public void runOnce(Instant now) {
    editions.forOpenTickets(now).ifPresent(edition -> tickets.repromise(edition, now));
  }
}
