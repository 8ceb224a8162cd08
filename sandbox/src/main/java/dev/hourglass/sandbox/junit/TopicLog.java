package dev.hourglass.sandbox.junit;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.json.EventJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A test's side of Kafka: speaks for other services, and reads topics from their beginning. */
public final class TopicLog {

  private final String bootstrapServers;

  public TopicLog(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Of the sandbox that this test JVM shares. */
  public static TopicLog shared() {
    return new TopicLog(SharedSandbox.get().bootstrapServers());
  }

  /** Says an event, and returns when the broker has it. */
  public void say(Topic<?> topic, Event<?> event) {
    say(topic.name(), event.subject(), EventJson.write(event));
  }

  /** Puts any bytes, or null for a tombstone, into a topic; returns when the broker has them. */
  public void say(String topic, String key, byte[] value) {
    sayAll(topic, key, Collections.singletonList(value));
  }

  /** Puts many values under one key, in their order, and returns when the broker has them all. */
  public void sayAll(String topic, String key, List<byte[]> values) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (byte[] value : values) {
        sent.add(producer.send(new ProducerRecord<>(topic, key, value)));
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not take a record of " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The committed events of one subject in a topic as of now, in their order. */
  public <D extends EventData> List<Event<D>> events(Topic<D> topic, String key) {
    return records(topic.name()).stream()
        .filter(each -> key.equals(each.key()))
        .map(each -> EventJson.read(topic, each.value()))
        .toList();
  }

  /** The committed records of a topic as of now. */
  public List<ConsumerRecord<String, byte[]>> records(String topic) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  /** How many records were ever put into a topic. */
  public long end(Topic<?> topic) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      return consumer.endOffsets(partitions(consumer, topic.name())).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(each -> new TopicPartition(topic, each.partition()))
        .toList();
  }
}
