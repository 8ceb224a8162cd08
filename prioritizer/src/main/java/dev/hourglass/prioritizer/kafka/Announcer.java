package dev.hourglass.prioritizer.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.ticket.TicketSaid;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReprioritized;
import dev.hourglass.outbox.Outbox;
import dev.hourglass.prioritizer.ticket.Prioritizer;
import dev.hourglass.prioritizer.ticket.Tickets;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What was heard, decided and is to be said: one transaction. */
@ApplicationScoped
public class Announcer {

  private static final Logger LOG = Logger.getLogger(Announcer.class);

  private final Prioritizer prioritizer;
  private final Tickets tickets;
  private final Outbox outbox;
  private final Clock clock;
  private final MeterRegistry registry;

  @Inject
  public Announcer(
      Prioritizer prioritizer,
      Tickets tickets,
      Outbox outbox,
      Clock clock,
      MeterRegistry registry) {
    this.prioritizer = prioritizer;
    this.tickets = tickets;
    this.outbox = outbox;
    this.clock = clock;
    this.registry = registry;
  }

  void hear(Event<TicketSaid> event) {
    QuarkusTransaction.requiringNew()
        .call(() -> say(prioritizer.hear(event, outbox.now(clock))))
        .ifPresent(this::said);
  }

  void hearAgent(Event<TicketReprioritized> event) {
    QuarkusTransaction.requiringNew()
        .call(() -> say(prioritizer.hearAgent(event, outbox.now(clock))))
        .ifPresent(this::said);
  }

  void close(UUID ticketId) {
    QuarkusTransaction.requiringNew().run(() -> tickets.close(ticketId, clock.instant()));
  }

  private Optional<Event<TicketPrioritized>> say(Optional<Event<TicketPrioritized>> promise) {
    promise.ifPresent(event -> outbox.append(Topics.TIMINGS, event));
    return promise;
  }

  private void said(Event<TicketPrioritized> event) {
    TicketPrioritized data = event.data();
    registry
        .counter(
            "prioritizer.promises",
            "priority",
            data.priority().name(),
            "review",
            String.valueOf(data.review()))
        .increment();
    LOG.debugf(
        "The ticket has priority %s under edition %s", data.priority(), data.promise().edition());
  }
}
