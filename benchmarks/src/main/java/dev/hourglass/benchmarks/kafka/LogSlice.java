package dev.hourglass.benchmarks.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What lies between two sets of ends. */
final class LogSlice {

  private static final Duration POLL = Duration.ofMillis(200);

  private LogSlice() {}

  /**
   * Reads all committed records between them.
   *
   * @param before a partition that is not there begins at 0
   */
  static void read(
      String bootstrapServers,
      Map<TopicPartition, Long> before,
      Map<TopicPartition, Long> after,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<TopicPartition, Long> left = new HashMap<>(after);
    left.entrySet().removeIf(end -> before.getOrDefault(end.getKey(), 0L) >= end.getValue());
    try (KafkaConsumer<byte[], byte[]> reader = Clients.reader(bootstrapServers)) {
      reader.assign(left.keySet());
      left.keySet().forEach(one -> reader.seek(one, before.getOrDefault(one, 0L)));
      while (left.entrySet().stream()
          .anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          TopicPartition partition = new TopicPartition(record.topic(), record.partition());
          if (record.offset() < left.get(partition)) {
            each.accept(record);
          }
        }
      }
    }
  }
}
