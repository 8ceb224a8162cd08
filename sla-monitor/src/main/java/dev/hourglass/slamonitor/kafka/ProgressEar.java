package dev.hourglass.slamonitor.kafka;

import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.slamonitor.gate.SpeakersGate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Hears the reports of the speakers from now on. Every instance hears all of them, and what was
 * reported before it started says nothing any more.
 */
final class ProgressEar implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(ProgressEar.class);
  private static final TopicPartition PROGRESS = new TopicPartition(Topics.PROGRESS.name(), 0);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Map<String, Object> settings;
  private final SpeakersGate gate;
  private final Runnable heard;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread created = new Thread(task, "sla-monitor-progress");
            created.setDaemon(true);
            return created;
          });
  private volatile KafkaConsumer<byte[], byte[]> consumer;
  private volatile boolean closing;

  /**
   * @param heard called after reports were heard; must not block
   */
  ProgressEar(Map<String, Object> settings, SpeakersGate gate, Runnable heard, Clock clock) {
    this.settings = settings;
    this.gate = gate;
    this.heard = heard;
    this.clock = clock;
  }

  void start() {
    thread.scheduleWithFixedDelay(this::listen, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Listens until something breaks; the next run begins anew. */
  private void listen() {
    try (KafkaConsumer<byte[], byte[]> listening =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer = listening;
      listening.assign(List.of(PROGRESS));
      listening.seekToEnd(List.of(PROGRESS));
      while (!closing) {
        ConsumerRecords<byte[], byte[]> reports = listening.poll(POLL);
        if (!reports.isEmpty()) {
          reports.forEach(this::hear);
          heard.run();
        }
      }
    } catch (WakeupException e) {
      // Only close() wakes us.
      LOG.debug("The reports of the speakers are not listened to any more");
    } catch (RuntimeException e) {
      LOG.warn("The reports of the speakers cannot be heard; alerts wait until they can", e);
    }
  }

  private void hear(ConsumerRecord<byte[], byte[]> report) {
    try {
      gate.heard(EventJson.read(Topics.PROGRESS, report.value()).data(), clock.instant());
    } catch (MalformedEventException e) {
      LOG.warnf("A record of progress cannot be read and is passed over: %s", e.getMessage());
    }
  }

  @Override
  public void close() {
    closing = true;
    KafkaConsumer<byte[], byte[]> listening = consumer;
    if (listening != null) {
      listening.wakeup();
    }
    thread.shutdown();
  }
}
