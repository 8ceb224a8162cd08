package dev.hourglass.slamonitor.kafka;

import dev.hourglass.contracts.Topics;
import dev.hourglass.slamonitor.metrics.MonitorMetrics;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** The dead letters of the topics that this service says itself and reads again. */
@ApplicationScoped
class OwnDeadLetters {

  private final MonitorMetrics metrics;
  private final MutinyEmitter<byte[]> emitter;

  OwnDeadLetters(
      MonitorMetrics metrics, @Channel("own-dead-letters") MutinyEmitter<byte[]> emitter) {
    this.metrics = metrics;
    this.emitter = emitter;
  }

  /**
   * Puts a record to the dead letters of its topic, with the reason, and waits until it is there.
   */
  void bury(ConsumerRecord<String, byte[]> record, String why) {
    metrics.deadLetter();
    OutgoingKafkaRecordMetadata<String> metadata =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(deadLetters(record.topic()))
            .withKey(record.key())
            .withHeaders(
                DeadLetters.headers(
                    record.headers(), record.topic(), record.partition(), record.offset(), why))
            .build();
    emitter.sendMessageAndAwait(Message.of(record.value()).addMetadata(metadata));
  }

  private static String deadLetters(String topic) {
    return Topics.all().stream()
        .filter(each -> each.name().equals(topic))
        .findFirst()
        .orElseThrow()
        .deadLetters(Topics.SLA_MONITOR);
  }
}
