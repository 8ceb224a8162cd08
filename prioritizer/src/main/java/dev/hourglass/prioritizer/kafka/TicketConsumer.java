package dev.hourglass.prioritizer.kafka;

import dev.hourglass.contracts.Topics;
import dev.hourglass.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears what tickets say, many in one transaction. What a ticket says twice is heard in two, in its
 * order. Records are acknowledged when all that came with them have been heard.
 */
@ApplicationScoped
public class TicketConsumer {

  /** So many tickets are locked at once at most: others wait no longer for theirs. */
  private static final int MOST = 50;

  private final Announcer announcer;
  private final Inbox inbox;

  @Inject
  public TicketConsumer(Announcer announcer, Inbox inbox) {
    this.announcer = announcer;
    this.inbox = inbox;
  }

  @Incoming("tickets")
  @Blocking
  public CompletionStage<Void> hear(KafkaRecordBatch<String, byte[]> batch) {
    List<CompletionStage<Void>> buried = new ArrayList<>();
    for (Map<ConsumerRecord<String, byte[]>, KafkaRecord<String, byte[]>> some : parts(batch)) {
      inbox.hearAll(
          Topics.TICKETS,
          List.copyOf(some.keySet()),
          announcer::hear,
          (kafkaRecord, reason) -> buried.add(some.get(kafkaRecord).nack(reason)));
    }
    return CompletableFuture.allOf(
            buried.stream()
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new))
        .thenCompose(done -> batch.ack());
  }

  /** The batch in its order, in parts of which none has two records with the same key. */
  private static List<Map<ConsumerRecord<String, byte[]>, KafkaRecord<String, byte[]>>> parts(
      KafkaRecordBatch<String, byte[]> batch) {
    List<Map<ConsumerRecord<String, byte[]>, KafkaRecord<String, byte[]>>> parts =
        new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (KafkaRecord<String, byte[]> each : batch) {
      if (parts.isEmpty() || keys.size() == MOST || keys.contains(each.getKey())) {
        parts.add(new LinkedHashMap<>());
        keys.clear();
      }
      keys.add(each.getKey());
      parts.get(parts.size() - 1).put(kafkaRecord(each), each);
    }
    return parts;
  }

  @SuppressWarnings("unchecked")
  private static ConsumerRecord<String, byte[]> kafkaRecord(KafkaRecord<String, byte[]> each) {
    return each.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow().getRecord();
  }
}
