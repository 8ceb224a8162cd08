package dev.hourglass.notifier.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.contracts.ticket.TicketSaid;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.notifier.postgres.Correspondence;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Hears the two topics. A record that does not parse goes to the dead letters; a database that is
 * away is waited for.
 */
@ApplicationScoped
public class Ears {

  private static final Logger LOG = Logger.getLogger(Ears.class);

  private final Correspondence correspondence;

  Ears(Correspondence correspondence) {
    this.correspondence = correspondence;
  }

  /** Hears the content of a ticket. */
  @Incoming("tickets")
  @Blocking
  @Retry(
      maxRetries = -1,
      delay = 500,
      jitter = 250,
      maxDuration = 0,
      durationUnit = ChronoUnit.SECONDS,
      retryOn = OutageException.class)
  public void hearContent(ConsumerRecord<String, byte[]> record) {
    hear(Topics.TICKETS, record, this::content);
  }

  /** Hears a fact. */
  @Incoming("timings")
  @Blocking
  @Retry(
      maxRetries = -1,
      delay = 500,
      jitter = 250,
      maxDuration = 0,
      durationUnit = ChronoUnit.SECONDS,
      retryOn = OutageException.class)
  public void hearFact(ConsumerRecord<String, byte[]> record) {
    hear(Topics.TIMINGS, record, this::fact);
  }

  private void content(Event<TicketSaid> event) {
    correspondence.hear(event.data().ticketId(), known -> known.hears(event));
  }

  private void fact(Event<Fact> event) {
    correspondence.hear(event.data().ticketId(), known -> known.hearsFact(event));
  }

  private static <D extends EventData> void hear(
      Topic<D> topic, ConsumerRecord<String, byte[]> record, Consumer<Event<D>> hearing) {
    MDC.put("topic", record.topic());
    MDC.put("partition", record.partition());
    MDC.put("offset", record.offset());
    try {
      Event<D> event = EventJson.read(topic, record.value());
      MDC.put("eventId", event.id());
      MDC.put("ticketId", event.subject());
      hearing.accept(event);
    } catch (MalformedEventException e) {
      LOG.warnf("A record could not be read and goes to the dead letters: %s", e.getMessage());
      throw e;
    } catch (RuntimeException e) {
      if (OutageException.isOutage(e)) {
        LOG.warnf(
            "The database is away; the event is tried again until it is stored: %s",
            e.getClass().getSimpleName());
        throw new OutageException(e);
      }
      LOG.warnf(
          "An event could not be stored and goes to the dead letters: %s",
          e.getClass().getSimpleName());
      throw e;
    } finally {
      for (String key : new String[] {"topic", "partition", "offset", "eventId", "ticketId"}) {
        MDC.remove(key);
      }
    }
  }
}
