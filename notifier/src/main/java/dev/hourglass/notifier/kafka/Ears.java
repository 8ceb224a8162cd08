package dev.hourglass.notifier.kafka;

import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.inbox.Inbox;
import dev.hourglass.notifier.alert.Alerts;
import dev.hourglass.notifier.edition.Editions;
import dev.hourglass.notifier.postgres.Correspondence;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what is said of tickets, the alerts about their clocks, and the policy. */
@ApplicationScoped
public class Ears {

  private final Correspondence correspondence;
  private final Alerts alerts;
  private final Editions editions;
  private final Inbox inbox;

  Ears(Correspondence correspondence, Alerts alerts, Editions editions, Inbox inbox) {
    this.correspondence = correspondence;
    this.alerts = alerts;
    this.editions = editions;
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

  /** Hears an edition of the policy. */
  @Incoming("editions")
  @Blocking
  public void hearEdition(ConsumerRecord<String, byte[]> kafkaRecord) {
    if (kafkaRecord.value() == null) {
      return; // A tombstone: promises that name the edition are to be told all the same.
    }
    inbox.hear(Topics.EDITIONS, kafkaRecord, event -> editions.hear(event.data()));
  }

  /** Hears a warning. */
  @Incoming("warnings")
  @Blocking
  public void hearWarning(ConsumerRecord<String, byte[]> kafkaRecord) {
    hearAlert(Topics.SLA_WARNINGS, kafkaRecord);
  }

  /** Hears a breach, an escalation, or that a breach is taken back. */
  @Incoming("breaches")
  @Blocking
  public void hearBreach(ConsumerRecord<String, byte[]> kafkaRecord) {
    hearAlert(Topics.SLA_BREACHES, kafkaRecord);
  }

  private void hearAlert(Topic<Alert> topic, ConsumerRecord<String, byte[]> kafkaRecord) {
    inbox.hear(
        topic,
        kafkaRecord,
        event -> alerts.hear(event, new String(kafkaRecord.value(), StandardCharsets.UTF_8)));
  }
}
