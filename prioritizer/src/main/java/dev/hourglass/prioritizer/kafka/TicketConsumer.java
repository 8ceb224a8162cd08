package dev.hourglass.prioritizer.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.ticket.TicketSaid;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears what tickets say. A record that is no event, or that nobody can store, is a dead letter.
 */
@ApplicationScoped
public class TicketConsumer {

  private final Announcer announcer;
  private final DeadLetters deadLetters;

  @Inject
  public TicketConsumer(Announcer announcer, DeadLetters deadLetters) {
    this.announcer = announcer;
    this.deadLetters = deadLetters;
  }

  @Incoming("tickets")
  @Blocking
  public void hear(ConsumerRecord<String, byte[]> kafkaRecord) {
    try (RecordContext context = RecordContext.of(kafkaRecord)) {
      deadLetters.counting(
          Topics.TICKETS,
          () -> {
            Event<TicketSaid> event = EventJson.read(Topics.TICKETS, kafkaRecord.value());
            context.about(event);
            Patience.run(() -> announcer.hear(event));
          });
    }
  }
}
