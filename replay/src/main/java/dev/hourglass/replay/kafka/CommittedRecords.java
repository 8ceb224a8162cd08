package dev.hourglass.replay.kafka;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads committed records and leaves no trace: no consumer group, no commit, no topic that was not
 * there.
 */
final class CommittedRecords implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  /** So long a broker may say nothing before it counts as away. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int BYTES_AT_ONCE = 8 * 1024 * 1024;
  private static final int RECORDS_AT_ONCE = 10_000;

  private final KafkaConsumer<byte[], byte[]> consumer;

  CommittedRecords(Map<String, Object> settings) {
    consumer =
        new KafkaConsumer<>(
            traceless(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A topic's partitions, each from its beginning to its end now. */
  List<Part> parts(String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .sorted(Comparator.comparingInt(TopicPartition::partition))
            .toList();
    if (partitions.isEmpty()) {
      throw new KafkaException("there is no topic '" + topic + "'");
    }
    Map<TopicPartition, Long> from = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> to = consumer.endOffsets(partitions);
    return partitions.stream().map(each -> new Part(each, from.get(each), to.get(each))).toList();
  }

  /** Calls with each record in the order of the log. */
  void read(Part part, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    TopicPartition partition = part.partition();
    consumer.assign(List.of(partition));
    consumer.seek(partition, part.from());
    long position = part.from();
    long progressAt = System.nanoTime();
    while (position < part.to()) {
      consumer
          .poll(POLL)
          .forEach(
              heard -> {
                if (heard.offset() < part.to()) {
                  each.accept(heard);
                }
              });
      // Transaction markers take offsets, too: only the position tells how far it is read.
      long reached = consumer.position(partition, PATIENCE);
      if (reached > position) {
        position = reached;
        progressAt = System.nanoTime();
      } else if (System.nanoTime() - progressAt > PATIENCE.toNanos()) {
        throw new TimeoutException("no answer for " + PATIENCE.toSeconds() + " s");
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static Map<String, Object> traceless(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    all.putIfAbsent(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, BYTES_AT_ONCE);
    all.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
    all.remove(ConsumerConfig.GROUP_ID_CONFIG);
    all.put(ConsumerConfig.CLIENT_ID_CONFIG, "replay");
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return all;
  }
}
