package dev.hourglass.e2etests;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.progress.RelayProgressed;
import dev.hourglass.contracts.timing.Fact;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A service that says facts, as far as the monitor can tell: what is planned happens when its time
 * has come, lies in an outbox until the broker has it, and the reports tell up to when all has been
 * said. Honest: it never reports more than that.
 */
final class PlayedSpeaker implements AutoCloseable {

  private static final int MOST_AT_ONCE = 200;

  private final String name;
  private final KafkaProducer<String, byte[]> producer;
  private final ScheduledExecutorService relay = Executors.newSingleThreadScheduledExecutor();
  private final Queue<Event<Fact>> planned =
      new PriorityQueue<>(Comparator.comparing(event -> event.data().occurredAt()));
  private final Deque<Event<Fact>> outbox = new ArrayDeque<>();
  private volatile Predicate<Event<Fact>> held = event -> false;
  private volatile boolean silent;

  PlayedSpeaker(String name, KafkaProducer<String, byte[]> producer) {
    this.name = name;
    this.producer = producer;
    relay.scheduleWithFixedDelay(this::pass, 0, 50, TimeUnit.MILLISECONDS);
  }

  /** The fact will happen at its time; one that lies back happens now, and is said at once. */
  synchronized void plan(Event<Fact> fact) {
    planned.add(fact);
  }

  /** Some facts stay in the outbox, with all that is behind them; the reports say so. */
  void holdBack(Predicate<Event<Fact>> which) {
    held = which;
  }

  /** Neither facts nor reports, as if the process were dead. */
  void fallSilent() {
    silent = true;
  }

  void speakAgain() {
    silent = false;
    held = event -> false;
  }

  synchronized boolean saidAll() {
    return planned.isEmpty() && outbox.isEmpty();
  }

  private void pass() {
    try {
      happen(Instant.now());
      if (!silent) {
        relayAndReport();
      }
    } catch (ExecutionException e) {
      // The broker is away. What it did not take stays in the outbox and is said again.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void happen(Instant now) {
    while (!planned.isEmpty() && !planned.peek().data().occurredAt().isAfter(now)) {
      outbox.add(planned.remove());
    }
  }

  private void relayAndReport() throws ExecutionException, InterruptedException {
    // Whatever happens from now on lies after this instant.
    Instant at = Instant.now();
    happen(at);
    int said = 0;
    for (Event<Fact> next = next(); next != null && !held.test(next); next = next()) {
      producer
          .send(new ProducerRecord<>(Topics.TIMINGS.name(), next.subject(), EventJson.write(next)))
          .get();
      synchronized (this) {
        outbox.remove();
      }
      if (++said == MOST_AT_ONCE) {
        break;
      }
    }
    report(at);
  }

  private synchronized Event<Fact> next() {
    return outbox.peek();
  }

  private void report(Instant at) throws ExecutionException, InterruptedException {
    Instant oldest =
        outbox.stream().map(e -> e.data().occurredAt()).min(Comparator.naturalOrder()).orElse(at);
    RelayProgressed progress =
        new RelayProgressed(name, at, oldest.isBefore(at) ? oldest : at, outbox.size());
    producer
        .send(
            new ProducerRecord<>(
                Topics.PROGRESS.name(), name, EventJson.write(Event.of(name, at, 0, progress))))
        .get();
  }

  @Override
  public void close() {
    relay.shutdownNow();
  }
}
