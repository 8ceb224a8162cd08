package dev.hourglass.e2etests;

import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Hears everything that is committed to some topics, as an operations team would, and remembers
 * when it arrived.
 */
final class Ear implements AutoCloseable {

  private final List<Topic<?>> topics;
  private final Map<String, List<Heard>> heardBySubject = new ConcurrentHashMap<>();
  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread;
  private volatile boolean listening = true;

  /** An event, where it stands in its topic, and when it reached us. */
  record Heard(Event<?> event, int partition, long offset, Instant arrivedAt) {}

  Ear(String bootstrapServers, Topic<?>... topics) {
    this.topics = List.of(topics);
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic<?> topic : topics) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        partitions.add(new TopicPartition(topic.name(), partition));
      }
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    thread = new Thread(this::listen, "ear");
    thread.setDaemon(true);
    thread.start();
  }

  /** All events of a kind about a subject, in the order of their arrival. */
  <D extends EventData> List<D> all(Class<D> type, String subject) {
    return heard(type, subject).stream().map(each -> type.cast(each.event().data())).toList();
  }

  List<Heard> heard(Class<? extends EventData> type, String subject) {
    return heardBySubject.getOrDefault(subject, List.of()).stream()
        .filter(each -> type.isInstance(each.event().data()))
        .toList();
  }

  /** What was said of the breaches of a metric of a ticket, in the order of its arrival. */
  List<Heard> breaches(String ticketId, Metric metric) {
    return heardBySubject.getOrDefault(ticketId, List.of()).stream()
        .filter(
            each ->
                each.event().data() instanceof SlaBreached breach && breach.metric() == metric
                    || each.event().data() instanceof SlaBreachWithdrawn withdrawn
                        && withdrawn.metric() == metric)
        .toList();
  }

  /** The first event of a kind about a subject, waited for. */
  <D extends EventData> D first(Class<D> type, String subject, Duration within) {
    await(type.getSimpleName() + " about " + subject)
        .atMost(within)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !all(type, subject).isEmpty());
    return all(type, subject).get(0);
  }

  private void listen() {
    try (consumer) {
      while (listening) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(20))) {
          Topic<?> topic =
              topics.stream()
                  .filter(t -> t.name().equals(record.topic()))
                  .findFirst()
                  .orElseThrow();
          Event<?> event = EventJson.read(topic, record.value());
          heardBySubject
              .computeIfAbsent(event.subject(), subject -> new CopyOnWriteArrayList<>())
              .add(new Heard(event, record.partition(), record.offset(), Instant.now()));
        }
      }
    }
  }

  @Override
  public void close() {
    listening = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
