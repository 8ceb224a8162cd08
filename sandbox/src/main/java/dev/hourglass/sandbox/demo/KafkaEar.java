package dev.hourglass.sandbox.demo;

import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Hears the topics as an operations team would: {@code read_committed}, from now on. */
final class KafkaEar implements AutoCloseable {

  private static final Map<String, Topic<?>> TOPICS =
      List.<Topic<?>>of(Topics.TIMINGS, Topics.SLA_WARNINGS, Topics.SLA_BREACHES, Topics.RATINGS)
          .stream()
          .collect(Collectors.toMap(Topic::name, topic -> topic));

  private final Company company;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread thread = new Thread(this::listen, "kafka-ear");

  KafkaEar(String bootstrapServers, Company company) {
    this.company = company;
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** Returns when it stands at the end of all topics: nothing said later is missed. */
  void start() {
    List<TopicPartition> partitions =
        TOPICS.keySet().stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    try {
      while (true) {
        consumer.poll(Duration.ofMillis(200)).forEach(this::hear);
      }
    } catch (WakeupException e) {
      consumer.close();
    }
  }

  private void hear(ConsumerRecord<byte[], byte[]> said) {
    try {
      company.heard(EventJson.read(TOPICS.get(said.topic()), said.value()), Instant.now());
    } catch (MalformedEventException e) {
      // Somebody is trying things out beside us; it is not of this scene.
      return;
    }
  }
}
