package dev.hourglass.benchmarks.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Counts records by reading them: the markers of transactions take offsets as well. */
public final class RecordCount {

  private static final Duration POLL = Duration.ofMillis(200);

  private RecordCount() {}

  /**
   * How many records lie between two sets of ends, by topic.
   *
   * @param before a partition that is not there begins at 0
   */
  public static Map<String, Long> between(
      String bootstrapServers, Map<TopicPartition, Long> before, Map<TopicPartition, Long> after) {
    Map<TopicPartition, Long> left = new HashMap<>(after);
    left.entrySet().removeIf(end -> before.getOrDefault(end.getKey(), 0L) >= end.getValue());
    Map<String, Long> counts = new TreeMap<>();
    try (KafkaConsumer<byte[], byte[]> reader = Clients.reader(bootstrapServers)) {
      reader.assign(left.keySet());
      left.keySet().forEach(each -> reader.seek(each, before.getOrDefault(each, 0L)));
      while (left.entrySet().stream()
          .anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          TopicPartition partition = new TopicPartition(record.topic(), record.partition());
          if (record.offset() < left.get(partition)) {
            counts.merge(record.topic(), 1L, Long::sum);
          }
        }
      }
    }
    return counts;
  }
}
