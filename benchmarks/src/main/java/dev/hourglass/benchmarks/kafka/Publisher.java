package dev.hourglass.benchmarks.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.timing.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Says what the other services would say. Used by one thread; asked by any. */
public final class Publisher implements AutoCloseable {

  private static final List<Header> HEADERS =
      List.of(
          new RecordHeader(
              "content-type", EventJson.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8)));

  private final String bootstrapServers;
  private final KafkaProducer<String, byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /** When the facts happened that no broker has acknowledged, in the order of saying them. */
  private final Deque<Waiting> waiting = new ConcurrentLinkedDeque<>();

  private long facts;

  private static final class Waiting {

    private final Instant happenedAt;
    private volatile boolean acknowledged;

    Waiting(Instant happenedAt) {
      this.happenedAt = happenedAt;
    }
  }

  public Publisher(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    producer = Clients.producer(bootstrapServers);
  }

  /** Sends a fact; {@link #flush} tells whether it arrived. */
  public void say(Event<Fact> event) {
    Waiting mine = new Waiting(event.data().occurredAt());
    waiting.addLast(mine);
    facts++;
    producer.send(
        record(Topics.TIMINGS.name(), event),
        (sent, why) -> {
          mine.acknowledged = true;
          if (why != null) {
            failure.compareAndSet(null, why);
          }
        });
  }

  /**
   * Says facts that become visible all at the same moment, when this returns: as a backlog that
   * waits for a monitor which is running and warm.
   */
  public void sayAtOnce(Consumer<Consumer<Event<Fact>>> speech) {
    List<Waiting> mine = new ArrayList<>();
    publishAtOnce(
        publish ->
            speech.accept(
                event -> {
                  Waiting each = new Waiting(event.data().occurredAt());
                  mine.add(each);
                  waiting.addLast(each);
                  facts++;
                  publish.accept(Topics.TIMINGS.name(), event);
                }));
    mine.forEach(each -> each.acknowledged = true);
  }

  /** As the other one, on any topics; of these facts {@link #oldestWaiting} knows nothing. */
  public void publishAtOnce(Consumer<BiConsumer<String, Event<?>>> speech) {
    try (KafkaProducer<String, byte[]> together =
        Clients.transactional(bootstrapServers, "benchmark-backlog")) {
      together.initTransactions();
      together.beginTransaction();
      speech.accept((topic, event) -> together.send(record(topic, event)));
      together.commitTransaction();
    }
  }

  /** Sends what is no fact. */
  public void publish(String topic, Event<?> event) {
    producer.send(record(topic, event));
  }

  /**
   * Waits until all is acknowledged.
   *
   * @throws KafkaException if something was not
   */
  public void flush() {
    producer.flush();
    if (failure.get() != null) {
      throw new KafkaException("a fact did not reach the broker", failure.get());
    }
  }

  /** How many facts were said so far. */
  public long facts() {
    return facts;
  }

  /** When the oldest fact happened that is not in the log yet; null if all are. */
  @Nullable Instant oldestWaiting() {
    for (Waiting each = waiting.peekFirst();
        each != null && each.acknowledged;
        each = waiting.peekFirst()) {
      waiting.remove(each);
    }
    Waiting oldest = waiting.peekFirst();
    return oldest == null ? null : oldest.happenedAt;
  }

  private static ProducerRecord<String, byte[]> record(String topic, Event<?> event) {
    return new ProducerRecord<>(
        topic, null, null, event.subject(), EventJson.write(event), HEADERS);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
