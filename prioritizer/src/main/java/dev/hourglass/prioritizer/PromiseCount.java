package dev.hourglass.prioritizer;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.timing.TicketPrioritized;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Counts the promises that were said, whatever they follow from; called after the commit. */
@ApplicationScoped
public class PromiseCount {

  private static final Logger LOG = Logger.getLogger(PromiseCount.class);

  private final MeterRegistry registry;

  PromiseCount(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts each of them by its priority, and whether a person should look at it. */
  public void said(List<Event<TicketPrioritized>> promises) {
    promises.forEach(event -> said(event.data()));
  }

  private void said(TicketPrioritized promise) {
    registry
        .counter(
            "prioritizer.promises",
            "priority",
            promise.priority().name(),
            "review",
            String.valueOf(promise.review()))
        .increment();
    LOG.debugf(
        "The ticket has priority %s under edition %s",
        promise.priority(), promise.promise().edition());
  }
}
