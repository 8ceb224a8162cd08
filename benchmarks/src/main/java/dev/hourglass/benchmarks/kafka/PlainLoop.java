package dev.hourglass.benchmarks.kafka;

import dev.hourglass.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The least that exactly once can cost: reads {@code timings} to its end and writes each record to
 * another topic, in transactions of 100 ms with the offsets in them. A program of its own, so that
 * it has a JVM like the monitor's. Prints the records after the first commit behind the warm-up,
 * and their nanoseconds.
 */
public final class PlainLoop {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final long COMMIT_NANOS = Duration.ofMillis(100).toNanos();
  private static final String GROUP = "benchmark-plain-loop";

  /** As Kafka Streams has them. */
  private static final int RECORDS_A_POLL = 1_000;

  private static final int LINGER_MILLIS = 100;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final String output;
  private final long warmUp;
  private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
  private long records;

  private PlainLoop(String bootstrapServers, String output, long warmUp) {
    this.output = output;
    this.warmUp = warmUp;
    consumer =
        Clients.consumer(
            bootstrapServers,
            Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                GROUP,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                RECORDS_A_POLL));
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, GROUP,
                ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Takes the bootstrap servers, the topic to write to, and how many records are the warm-up. */
  public static void main(String[] arguments) {
    PlainLoop loop = new PlainLoop(arguments[0], arguments[1], Long.parseLong(arguments[2]));
    try (loop.consumer;
        loop.producer) {
      loop.run();
    }
  }

  private void run() {
    producer.initTransactions();
    List<TopicPartition> partitions = Clients.partitions(consumer, Topics.TIMINGS.name());
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long beganAt = 0;
    long before = 0;
    long committedAt = System.nanoTime();
    producer.beginTransaction();
    while (!reached(ends)) {
      consumer.poll(POLL).forEach(this::copy);
      if (System.nanoTime() - committedAt > COMMIT_NANOS || reached(ends)) {
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
        producer.beginTransaction();
        committedAt = System.nanoTime();
        if (beganAt == 0 && records >= warmUp) {
          beganAt = committedAt;
          before = records;
        }
      }
    }
    producer.abortTransaction();
    System.out.println("plain loop: " + (records - before) + " " + (committedAt - beganAt));
  }

  private void copy(ConsumerRecord<byte[], byte[]> record) {
    producer.send(new ProducerRecord<>(output, record.key(), record.value()));
    offsets.put(
        new TopicPartition(record.topic(), record.partition()),
        new OffsetAndMetadata(record.offset() + 1));
    records++;
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
