package dev.hourglass.ticketintake.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.ticketintake.postgres.Promises;
import dev.hourglass.ticketintake.ticket.PromiseShown;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Hears the prioritizer's promises among the facts. Hearing one again, or late, changes nothing. A
 * ticket is stored before anybody hears of it, so a promise for an unknown one is no race: the
 * ticket is not ours, the promise is counted, said in the log and passed over.
 */
@ApplicationScoped
public class PromiseListener {

  private static final Logger LOG = Logger.getLogger(PromiseListener.class);

  private final Promises promises;
  private final MeterRegistry metrics;

  PromiseListener(Promises promises, MeterRegistry metrics) {
    this.promises = promises;
    this.metrics = metrics;
  }

  /** Shows a promise on its ticket; a failing database is tried again until it works. */
  @Incoming("promises")
  @Blocking
  @Retry(
      maxRetries = -1,
      delay = 200,
      maxDuration = 0,
      durationUnit = ChronoUnit.MILLIS,
      abortOn = MalformedEventException.class)
  @ExponentialBackoff(maxDelay = 5_000)
  public void hear(byte[] bytes) {
    Event<Fact> event = read(bytes);
    if (event.data() instanceof TicketPrioritized said
        && event.source().equals(Topics.PRIORITIZER)) {
      show(event, said);
    }
  }

  private Event<Fact> read(byte[] bytes) {
    try {
      return EventJson.read(Topics.TIMINGS, bytes);
    } catch (MalformedEventException e) {
      metrics.counter("ticket_intake_dead_letters", "topic", Topics.TIMINGS.name()).increment();
      throw e;
    }
  }

  private void show(Event<Fact> event, TicketPrioritized said) {
    Promises.Outcome outcome =
        promises.keep(said.ticketId(), event.sequence(), PromiseShown.of(said));
    metrics
        .counter("ticket_intake_promises", "outcome", outcome.name().toLowerCase(Locale.ROOT))
        .increment();
    if (outcome == Promises.Outcome.UNKNOWN) {
      MDC.put("ticketId", said.ticketId());
      MDC.put("eventId", event.id());
      LOG.warn("A promise for a ticket that is not here is passed over");
      MDC.remove("ticketId");
      MDC.remove("eventId");
    }
  }
}
