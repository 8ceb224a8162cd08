package dev.hourglass.benchmarks.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.progress.RelayProgressed;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The relays of the three speakers, as they report how far they are: twenty times a second,
 * together, and never past a fact that is not in the log.
 */
public final class Speakers implements AutoCloseable {

  private static final long EVERY_MILLIS = 50;

  private final Publisher facts;
  private final Publisher reports;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread created = new Thread(task, "speakers");
            created.setDaemon(true);
            return created;
          });

  /** Begins to report. */
  public Speakers(Publisher facts, String bootstrapServers) {
    this.facts = facts;
    // Of its own: a report must not wait behind a batch of facts.
    reports = new Publisher(bootstrapServers);
    long first = EVERY_MILLIS - System.currentTimeMillis() % EVERY_MILLIS;
    for (String speaker : Topics.TIMINGS.speakers()) {
      thread.scheduleAtFixedRate(() -> report(speaker), first, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void report(String speaker) {
    // In this order: what happens after this instant may wait.
    Instant now = Instant.now();
    Instant oldest = facts.oldestWaiting();
    Instant upTo = oldest == null || oldest.isAfter(now) ? now : oldest;
    RelayProgressed progress = new RelayProgressed(speaker, now, upTo, oldest == null ? 0 : 1);
    reports.publish(Topics.PROGRESS.name(), Event.of(speaker, now, 0, progress));
  }

  @Override
  public void close() {
    thread.shutdownNow();
    reports.close();
  }
}
