package dev.hourglass.ticketintake.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.sandbox.junit.SandboxResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads topics of the sandbox from their beginning, and speaks for other services. */
public final class EventLog {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private EventLog() {}

  /** The events of a ticket on a topic, once there are so many. */
  public static <D extends EventData> List<Event<D>> await(Topic<D> topic, UUID ticket, int count) {
    List<Event<D>> found = new ArrayList<>();
    patiently()
        .until(
            () -> {
              found.clear();
              found.addAll(of(topic, ticket));
              return found.size() >= count;
            });
    return found;
  }

  private static org.awaitility.core.ConditionFactory patiently() {
    return org.awaitility.Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100));
  }

  /** The events of a ticket on a topic as of now. */
  public static <D extends EventData> List<Event<D>> of(Topic<D> topic, UUID ticket) {
    return records(topic.name()).stream()
        .filter(record -> ticket.toString().equals(record.key()))
        .map(record -> EventJson.read(topic, record.value()))
        .toList();
  }

  /** The raw text of a ticket's records on a topic. */
  public static String text(Topic<?> topic, UUID ticket) {
    return records(topic.name()).stream()
        .filter(record -> ticket.toString().equals(record.key()))
        .map(record -> new String(record.value(), java.nio.charset.StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  /** How many records were ever put into a topic. */
  public static long end(Topic<?> topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(partition -> new TopicPartition(topic.name(), partition.partition()))
              .toList();
      return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** All records of a topic as of now. */
  public static List<ConsumerRecord<String, byte[]>> records(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  /** Says something for another service. */
  public static void say(Topic<?> topic, Event<?> event) {
    say(topic.name(), event.subject(), EventJson.write(event));
  }

  /** Puts any bytes into {@code timings}. */
  public static void sayRaw(String key, byte[] value) {
    say(Topics.TIMINGS.name(), key, value);
  }

  private static void say(String topic, String key, byte[] value) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value));
    }
  }

  private static Properties settings() {
    Properties settings = new Properties();
    settings.put(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, SandboxResource.sandbox().bootstrapServers());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return settings;
  }
}
