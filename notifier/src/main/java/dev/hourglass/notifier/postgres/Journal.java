package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.bounce.Bounces;
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
import org.jspecify.annotations.Nullable;

/** Counts and logs what came of deliveries, once it is committed; never an address. */
@ApplicationScoped
public class Journal {

  private static final Logger LOG = Logger.getLogger(Journal.class);

  private final MeterRegistry registry;

  Journal(MeterRegistry registry) {
    this.registry = registry;
  }

  void attempted(Delivery delivery, @Nullable KnownTicket ticket, Outcome outcome) {
    mark(delivery);
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
        otherwise(delivery, outcome);
      }
    } finally {
      unmark();
    }
  }

  /** No attempt was made, or none that counts. */
  private void otherwise(Delivery delivery, Outcome outcome) {
    if (outcome instanceof Outcome.Postponed) {
      LOG.debugf("A delivery waits for another one: %s", delivery.kind());
    } else if (outcome instanceof Outcome.Suppressed suppressed) {
      count("notifier.deliveries.suppressed", delivery);
      LOG.infof(
          "A delivery is not sent, for its recipient is not to get it: %s, %s",
          delivery.kind(), suppressed.reason());
    } else if (outcome instanceof Outcome.Throttled throttled) {
      count("notifier.deliveries.throttled", delivery);
      LOG.warnf(
          "A provider asks for patience; all mails to it wait: %s, %s",
          delivery.kind(), throttled.reason());
    } else if (outcome instanceof Outcome.Misconfigured closed) {
      count("notifier.deliveries.misconfigured", delivery);
      LOG.warnf(
          "The mail relay does not let us in; all mails wait until it does: %s, %s",
          delivery.kind(), closed.reason());
    } else if (outcome instanceof Outcome.Later) {
      count("notifier.deliveries.paced", delivery);
    } else {
      count("notifier.deliveries.withdrawn", delivery);
      LOG.infof("A delivery is not wanted any more: %s", delivery.kind());
    }
  }

  void suppressed(Delivery delivery, String objection) {
    count("notifier.deliveries.suppressed", delivery);
    mark(delivery);
    LOG.warnf("Nobody can be written to, which is said: %s, %s", delivery.kind(), objection);
    unmark();
  }

  /** Its worker is gone: it is tried anew although it may have been accepted. */
  void repeated(Delivery delivery) {
    count("notifier.deliveries.repeated", delivery);
    mark(delivery);
    LOG.warnf(
        "A delivery's worker is gone; it is sent again, under the same Message-ID: %s",
        delivery.kind());
    unmark();
  }

  /** Another worker has claimed it since, so that what came of this attempt is of no use. */
  void overtaken(Delivery delivery) {
    count("notifier.deliveries.overtaken", delivery);
    mark(delivery);
    LOG.warnf("An attempt took longer than its lease and is not counted: %s", delivery.kind());
    unmark();
  }

  /** A notice of delivery was heard. */
  void noticed(Bounces.Heard heard) {
    registry
        .counter("notifier.notices", "heard", heard.name().toLowerCase(Locale.ROOT))
        .increment();
    LOG.infof("A notice of delivery was heard: %s", heard);
  }

  private static void mark(Delivery delivery) {
    if (delivery.ticketId() != null) {
      MDC.put("ticketId", delivery.ticketId().toString());
    }
    MDC.put("deliveryId", delivery.id().toString());
  }

  private static void unmark() {
    MDC.remove("ticketId");
    MDC.remove("deliveryId");
  }

  private void timeConfirmation(
      Delivery delivery, @Nullable KnownTicket ticket, Instant acceptedAt) {
    Instant start = ticket == null ? null : ticket.startedAt();
    if (delivery.kind() == DeliveryKind.CONFIRMATION && start != null) {
      Duration took = Duration.between(start, acceptedAt);
      registry.timer("notifier.confirmation.time").record(took.isNegative() ? Duration.ZERO : took);
    }
  }

  private void count(String name, Delivery delivery) {
    registry.counter(name, "kind", delivery.kind().name().toLowerCase(Locale.ROOT)).increment();
  }
}
