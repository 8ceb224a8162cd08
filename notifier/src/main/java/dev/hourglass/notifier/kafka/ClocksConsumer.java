package dev.hourglass.notifier.kafka;

import dev.hourglass.contracts.Topics;
import dev.hourglass.inbox.Inbox;
import dev.hourglass.notifier.postgres.OutcomeBook;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears the state of the clocks, many in one transaction, for they are said at every fact. A
 * tombstone is passed over: what came of the clocks stays true.
 */
@ApplicationScoped
public class ClocksConsumer {

  private final OutcomeBook outcomes;
  private final Inbox inbox;

  ClocksConsumer(OutcomeBook outcomes, Inbox inbox) {
    this.outcomes = outcomes;
    this.inbox = inbox;
  }

  /** Hears what came together; acknowledged when all of it was heard. */
  @Incoming("clocks")
  @Blocking
  public CompletionStage<Void> hear(KafkaRecordBatch<String, byte[]> batch) {
    Map<ConsumerRecord<String, byte[]>, KafkaRecord<String, byte[]>> states = new LinkedHashMap<>();
    for (KafkaRecord<String, byte[]> each : batch) {
      ConsumerRecord<String, byte[]> state = kafkaRecord(each);
      if (state.value() != null) {
        states.put(state, each);
      }
    }
    List<CompletionStage<Void>> buried = new ArrayList<>();
    inbox.hearAll(
        Topics.SLA_CLOCKS,
        List.copyOf(states.keySet()),
        outcomes::hear,
        (state, reason) -> buried.add(states.get(state).nack(reason)));
    return CompletableFuture.allOf(
            buried.stream()
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new))
        .thenCompose(done -> batch.ack());
  }

  @SuppressWarnings("unchecked")
  private static ConsumerRecord<String, byte[]> kafkaRecord(KafkaRecord<String, byte[]> each) {
    return each.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow().getRecord();
  }
}
