package dev.hourglass.prioritizer.kafka;

import dev.hourglass.contracts.Topics;
import dev.hourglass.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what tickets say. */
@ApplicationScoped
public class TicketConsumer {

  private final Announcer announcer;
  private final Inbox inbox;

  @Inject
  public TicketConsumer(Announcer announcer, Inbox inbox) {
    this.announcer = announcer;
    this.inbox = inbox;
  }

  @Incoming("tickets")
  @Blocking
  public void hear(ConsumerRecord<String, byte[]> kafkaRecord) {
    inbox.hear(Topics.TICKETS, kafkaRecord, announcer::hear);
  }
}
