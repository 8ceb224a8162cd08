package dev.hourglass.notifier.kafka;

import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.notifier.alert.PastAlerts;
import dev.hourglass.notifier.subscription.BackfillProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The alerts in their topics, through a consumer that is in no group: it moves nobody's offsets.
 * Used by one thread.
 */
final class KafkaPastAlerts implements PastAlerts, AutoCloseable {

  private static final int BATCH = 200;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Map<String, Topic<Alert>> TOPICS =
      Map.of(
          Topics.SLA_WARNINGS.name(), Topics.SLA_WARNINGS,
          Topics.SLA_BREACHES.name(), Topics.SLA_BREACHES);

  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param client what all clients of this service are set to
   */
  KafkaPastAlerts(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public BackfillProgress begin(Instant from) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : TOPICS.keySet()) {
      consumer
          .partitionsFor(topic)
          .forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(each -> times.put(each, from.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times);
    Map<String, Long> next = new TreeMap<>();
    Map<String, Long> end = new TreeMap<>();
    for (TopicPartition each : partitions) {
      OffsetAndTimestamp start = starts.get(each);
      end.put(each.toString(), ends.get(each));
      next.put(each.toString(), start == null ? ends.get(each) : start.offset());
    }
    return new BackfillProgress(next, end);
  }

  @Override
  public Batch next(BackfillProgress progress) {
    List<TopicPartition> open =
        progress.next().keySet().stream()
            .filter(progress::isOpen)
            .map(KafkaPastAlerts::partition)
            .toList();
    consumer.assign(open);
    open.forEach(each -> consumer.seek(each, progress.next().get(each.toString())));
    List<Said> said = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
      String name = new TopicPartition(each.topic(), each.partition()).toString();
      if (each.offset() < progress.end().get(name) && each.value() != null) {
        said.add(new Said(TOPICS.get(each.topic()), each.value()));
      }
    }
    BackfillProgress after = progress;
    for (TopicPartition each : open) {
      // Beyond the last record: markers of transactions take offsets, too.
      after = after.read(each.toString(), consumer.position(each));
    }
    return new Batch(said, after);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static TopicPartition partition(String name) {
    int dash = name.lastIndexOf('-');
    return new TopicPartition(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)));
  }
}
