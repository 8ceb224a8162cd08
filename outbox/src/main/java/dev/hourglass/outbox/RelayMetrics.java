package dev.hourglass.outbox;

import dev.hourglass.outbox.OutboxTable.Backlog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;

/** What an operator sees of the relay: {@code outbox_*}. */
final class RelayMetrics {

  private final Counter published;
  private final Counter retried;
  private final Counter refused;
  private final Counter failedPasses;
  private volatile long unpublished;
  private volatile double oldestSeconds;
  private volatile long refusals;

  RelayMetrics(MeterRegistry registry) {
    published = registry.counter("outbox.published");
    retried = registry.counter("outbox.retried");
    refused = registry.counter("outbox.refused");
    failedPasses = registry.counter("outbox.failed.passes");
    Gauge.builder("outbox.unpublished", () -> unpublished)
        .description("Events that wait to be published")
        .register(registry);
    Gauge.builder("outbox.oldest.unpublished.seconds", () -> oldestSeconds)
        .description("Age of the oldest event that waits to be published")
        .register(registry);
    Gauge.builder("outbox.refusals", () -> refusals)
        .description("Events that the broker refused for good and that wait to be redriven")
        .register(registry);
  }

  void passed(PassResult result) {
    published.increment(result.published());
    retried.increment(result.failed());
    refused.increment(result.refused());
  }

  void failed() {
    failedPasses.increment();
  }

  void backlog(Backlog backlog, Instant now) {
    this.unpublished = backlog.events();
    this.oldestSeconds =
        backlog.oldestAt() == null
            ? 0
            : Math.max(0, Duration.between(backlog.oldestAt(), now).toMillis() / 1000.0);
    this.refusals = backlog.refusals();
  }
}
