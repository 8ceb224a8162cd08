package dev.hourglass.slamonitor;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.progress.RelayProgressed;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The outboxes of the three speakers, as they report how far they are. */
final class Speakers implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final Map<String, Instant> waiting = new ConcurrentHashMap<>();
  private final ScheduledExecutorService reports = Executors.newSingleThreadScheduledExecutor();

  Speakers(KafkaProducer<String, byte[]> producer) {
    this.producer = producer;
    reports.scheduleWithFixedDelay(this::report, 0, 100, TimeUnit.MILLISECONDS);
  }

  /** From now on a fact that happened then waits in the speaker's outbox. */
  void fallBehind(String speaker, Instant happenedAt) {
    waiting.put(speaker, happenedAt);
  }

  void catchUp(String speaker) {
    waiting.remove(speaker);
  }

  private void report() {
    for (String speaker : Topics.TIMINGS.speakers()) {
      Instant oldest = waiting.get(speaker);
      Instant now = Instant.now();
      RelayProgressed progress =
          oldest == null
              ? new RelayProgressed(speaker, now, now, 0)
              : new RelayProgressed(speaker, now, oldest, 1);
      byte[] value = EventJson.write(Event.of(speaker, progress.at(), 0, progress));
      producer.send(new ProducerRecord<>(Topics.PROGRESS.name(), speaker, value));
    }
  }

  @Override
  public void close() {
    reports.shutdownNow();
  }
}
