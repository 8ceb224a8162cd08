package dev.hourglass.benchmarks.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hourglass.benchmarks.ticket.HeardAlert;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.json.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Hears {@code sla-breaches} as an operations team would, and remembers when each arrived. It only
 * puts the bytes aside: what they say is read afterwards, so that hearing costs the machine little.
 */
public final class BreachEar implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  /** The type stands before the data; looking for it costs less than reading all. */
  private static final String BREACH = "\"type\":\"" + SlaBreached.class.getSimpleName() + '"';

  private static final int ENVELOPE_BYTES = 300;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread thread = new Thread(this::listen, "breach-ear");
  private final List<Raw> heard = new ArrayList<>();
  private volatile boolean listening = true;
  private final AtomicInteger breaches = new AtomicInteger();

  private record Raw(byte[] value, Instant arrivedAt) {}

  /** Hears what is said from now on. */
  public BreachEar(String bootstrapServers) {
    consumer = Clients.reader(bootstrapServers);
    List<TopicPartition> partitions = Clients.partitions(consumer, Topics.SLA_BREACHES.name());
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    thread.setDaemon(true);
    thread.start();
  }

  /** How many breaches have arrived, each as often as it did. */
  public int breaches() {
    return breaches.get();
  }

  /** All that has arrived. */
  public List<HeardAlert> heard() {
    synchronized (heard) {
      return heard.stream()
          .map(
              raw ->
                  new HeardAlert(
                      EventJson.read(Topics.SLA_BREACHES, raw.value()).data(), raw.arrivedAt()))
          .toList();
    }
  }

  private void listen() {
    try (consumer) {
      while (listening) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          Instant now = Instant.now();
          synchronized (heard) {
            for (ConsumerRecord<byte[], byte[]> record : records) {
              heard.add(new Raw(record.value(), now));
            }
          }
          count(records);
        }
      }
    }
  }

  private void count(ConsumerRecords<byte[], byte[]> records) {
    int more = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      int length = Math.min(ENVELOPE_BYTES, record.value().length);
      more += new String(record.value(), 0, length, US_ASCII).contains(BREACH) ? 1 : 0;
    }
    breaches.addAndGet(more);
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
