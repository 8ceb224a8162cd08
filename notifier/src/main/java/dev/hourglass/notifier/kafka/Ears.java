package dev.hourglass.notifier.kafka;

import dev.hourglass.contracts.Topics;
import dev.hourglass.inbox.Inbox;
import dev.hourglass.notifier.postgres.Correspondence;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the two topics. */
@ApplicationScoped
public class Ears {

  private final Correspondence correspondence;
  private final Inbox inbox;

  Ears(Correspondence correspondence, Inbox inbox) {
    this.correspondence = correspondence;
    this.inbox = inbox;
  }

  /** Hears the content of a ticket. */
  @Incoming("tickets")
  @Blocking
  public void hearContent(ConsumerRecord<String, byte[]> kafkaRecord) {
    inbox.hear(
        Topics.TICKETS,
        kafkaRecord,
        event -> correspondence.hear(event.data().ticketId(), known -> known.hears(event)));
  }

  /** Hears a fact. */
  @Incoming("timings")
  @Blocking
  public void hearFact(ConsumerRecord<String, byte[]> kafkaRecord) {
    inbox.hear(
        Topics.TIMINGS,
        kafkaRecord,
        event -> correspondence.hear(event.data().ticketId(), known -> known.hearsFact(event)));
  }
}
