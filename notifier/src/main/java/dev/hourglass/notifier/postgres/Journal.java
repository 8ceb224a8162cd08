package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.Outcome;
import dev.hourglass.notifier.ticket.KnownTicket;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Counts and logs what came of deliveries, once it is committed; never an address. */
@ApplicationScoped
public class Journal {

  private static final Logger LOG = Logger.getLogger(Journal.class);

  private final MeterRegistry registry;

  Journal(MeterRegistry registry) {
    this.registry = registry;
  }

  void attempted(Delivery delivery, KnownTicket ticket, Outcome outcome) {
    MDC.put("ticketId", delivery.ticketId().toString());
    MDC.put("deliveryId", delivery.id().toString());
    try {
      if (outcome instanceof Outcome.Sent sent) {
        count("notifier.deliveries.sent", delivery);
        timeConfirmation(delivery, ticket, sent.acceptedAt());
        LOG.infof("A delivery was accepted by the mail relay: %s", delivery.kind());
      } else if (outcome instanceof Outcome.GivenUp givenUp) {
        count("notifier.deliveries.given.up", delivery);
        LOG.warnf(
            "A delivery was given up and said to be so: %s, %s", delivery.kind(), givenUp.reason());
      } else if (outcome instanceof Outcome.Retry retry) {
        count("notifier.deliveries.retried", delivery);
        LOG.infof(
            "A delivery was not accepted and is tried again at %s: %s, %s",
            retry.at(), delivery.kind(), retry.reason());
      } else {
        count("notifier.deliveries.withdrawn", delivery);
        LOG.infof("A delivery is not wanted any more: %s", delivery.kind());
      }
    } finally {
      MDC.remove("ticketId");
      MDC.remove("deliveryId");
    }
  }

  void suppressed(Delivery delivery, String objection) {
    count("notifier.deliveries.suppressed", delivery);
    MDC.put("ticketId", delivery.ticketId().toString());
    MDC.put("deliveryId", delivery.id().toString());
    LOG.warnf("Nobody can be written to, which is said: %s, %s", delivery.kind(), objection);
    MDC.remove("ticketId");
    MDC.remove("deliveryId");
  }

  private void timeConfirmation(Delivery delivery, KnownTicket ticket, Instant acceptedAt) {
    Instant start = ticket.startedAt();
    if (delivery.kind() == DeliveryKind.CONFIRMATION && start != null) {
      Duration took = Duration.between(start, acceptedAt);
      registry.timer("notifier.confirmation.time").record(took.isNegative() ? Duration.ZERO : took);
    }
  }

  private void count(String name, Delivery delivery) {
    registry.counter(name, "kind", delivery.kind().name().toLowerCase(Locale.ROOT)).increment();
  }
}
