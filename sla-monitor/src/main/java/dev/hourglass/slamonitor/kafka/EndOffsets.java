package dev.hourglass.slamonitor.kafka;

import dev.hourglass.contracts.Topics;
import dev.hourglass.slamonitor.gate.OwnGate;
import dev.hourglass.slamonitor.gate.SpeakersGate;
import dev.hourglass.slamonitor.gate.Spoken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Asks the broker where the partitions of {@code timings} end, for a {@code read_committed} reader:
 * whenever a speaker reported, and several times a second. While the broker cannot be asked the
 * gate learns nothing and shuts.
 */
final class EndOffsets implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(EndOffsets.class);
  private static final int TIMEOUT_MILLIS = 1_000;

  private final Admin admin;
  private final OwnGate gate;
  private final SpeakersGate speakers;
  private final Clock clock;
  private final AtomicBoolean askedFor = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread created = new Thread(task, "sla-monitor-end-offsets");
            created.setDaemon(true);
            return created;
          });
  private boolean answered = true;

  EndOffsets(Admin admin, OwnGate gate, SpeakersGate speakers, Clock clock) {
    this.admin = admin;
    this.gate = gate;
    this.speakers = speakers;
    this.clock = clock;
  }

  void askEvery(Duration interval) {
    thread.scheduleWithFixedDelay(this::askOnce, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Asks as soon as the question before is answered; never blocks. */
  void askSoon() {
    if (askedFor.compareAndSet(false, true)) {
      try {
        thread.execute(this::askOnce);
      } catch (RejectedExecutionException e) {
        LOG.debug("Nothing is asked any more: the monitor stops");
      }
    }
  }

  /** Asks for the partitions that are read here now. */
  void askOnce() {
    askedFor.set(false);
    try {
      ask();
      answered = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RuntimeException e) {
      if (answered) {
        LOG.warn("The broker does not tell its end offsets; alerts wait until it does", e);
      }
      answered = false;
    }
  }

  private void ask() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> question =
        gate.partitions().stream()
            .map(partition -> new TopicPartition(Topics.TIMINGS.name(), partition))
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    if (question.isEmpty()) {
      return;
    }
    Spoken spoken = speakers.spoken();
    Instant askedAt = clock.instant();
    Map<TopicPartition, ListOffsetsResultInfo> answer =
        admin
            .listOffsets(
                question,
                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs(TIMEOUT_MILLIS))
            .all()
            .get();
    answer.forEach(
        (partition, end) -> gate.endSeen(partition.partition(), end.offset(), askedAt, spoken));
  }

  @Override
  public void close() {
    thread.shutdownNow();
    admin.close(Duration.ofSeconds(1));
  }
}
