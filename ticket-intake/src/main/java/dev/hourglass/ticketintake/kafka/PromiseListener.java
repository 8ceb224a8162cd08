package dev.hourglass.ticketintake.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.inbox.Inbox;
import dev.hourglass.ticketintake.postgres.Promises;
import dev.hourglass.ticketintake.ticket.PromiseShown;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears the prioritizer's promises among the facts. Hearing one again, or late, changes nothing. A
 * ticket is stored before anybody hears of it, so a promise for an unknown one is no race: the
 * ticket is not ours, the promise is counted, said in the log and passed over.
 */
@ApplicationScoped
public class PromiseListener {

  private static final Logger LOG = Logger.getLogger(PromiseListener.class);

  private final Promises promises;
  private final Inbox inbox;
  private final MeterRegistry metrics;

  PromiseListener(Promises promises, Inbox inbox, MeterRegistry metrics) {
    this.promises = promises;
    this.inbox = inbox;
    this.metrics = metrics;
  }

  /** Shows a promise on its ticket. */
  @Incoming("promises")
  @Blocking
  public void hear(ConsumerRecord<byte[], byte[]> kafkaRecord) {
    inbox.hear(Topics.TIMINGS, kafkaRecord, this::show);
  }

  private void show(Event<Fact> event) {
    if (!(event.data() instanceof TicketPrioritized said)
        || !event.source().equals(Topics.PRIORITIZER)) {
      return;
    }
    Promises.Outcome outcome =
        promises.keep(said.ticketId(), event.sequence(), PromiseShown.of(said));
    metrics
        .counter("ticket_intake_promises", "outcome", outcome.name().toLowerCase(Locale.ROOT))
        .increment();
    if (outcome == Promises.Outcome.UNKNOWN) {
      LOG.warn("A promise for a ticket that is not here is passed over");
    }
  }
}
