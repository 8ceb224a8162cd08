package dev.hourglass.outbox;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.progress.RelayProgressed;
import dev.hourglass.outbox.OutboxTable.Backlog;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Says on {@code progress} how far this speaker's facts have been published: what the monitor asks
 * before it says that something did not happen.
 */
final class ProgressReport {

  private static final long ACKNOWLEDGED_WITHIN_SECONDS = 10;

  private final String speaker;
  private final OutboxTable table;
  private final Broker broker;
  private final Clock clock;
  private final RelayMetrics metrics;

  ProgressReport(
      String speaker, OutboxTable table, Broker broker, Clock clock, RelayMetrics metrics) {
    this.speaker = speaker;
    this.table = table;
    this.broker = broker;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Looks at the outbox once and says what it saw.
   *
   * @throws SQLException if the database cannot be asked: then nothing is said, and the monitor
   *     hears the silence
   * @throws ExecutionException if the broker did not acknowledge
   * @throws TimeoutException if the broker did not answer
   */
  void runOnce() throws SQLException, InterruptedException, ExecutionException, TimeoutException {
    // In this order: what is in no transaction any more is in the outbox, or has been published.
    Instant at = clock.instant();
    Duration running = table.oldestTransaction();
    Backlog backlog = table.backlog();
    metrics.backlog(backlog, at);
    RelayProgressed progress =
        new RelayProgressed(
            speaker, at, earlier(at.minus(running), backlog.oldestFactAt()), backlog.facts());
    Future<?> sent =
        broker.send(
            Topics.PROGRESS.name(),
            progress.subject(),
            EventJson.write(Event.of(speaker, at, 0, progress)));
    sent.get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
  }

  private static Instant earlier(Instant instant, @Nullable Instant other) {
    return other == null || instant.isBefore(other) ? instant : other;
  }
}
