package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.ledger.FactRecord;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.inbox.Batches;
import dev.hourglass.inbox.Outages;
import dev.hourglass.slamonitor.ledger.EarlyFacts;
import dev.hourglass.slamonitor.ledger.FactLog;
import dev.hourglass.slamonitor.ledger.KeptFact;
import dev.hourglass.slamonitor.metrics.MonitorMetrics;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Keeps the facts of {@code timings} for the ledger. A database that is away is waited for: the
 * same batch again, until it is written. A record that is no fact is passed over, for the stream
 * puts it to the dead letters.
 */
@ApplicationScoped
class FactConsumer {

  private static final Logger LOG = Logger.getLogger(FactConsumer.class);

  private final FactLog log;
  private final EarlyFacts early;
  private final MonitorMetrics metrics;
  private final Turns turns;

  FactConsumer(FactLog log, MonitorMetrics metrics, Turns turns) {
    this.turns = turns;
    this.log = log;
    this.early = new EarlyFacts(log);
    this.metrics = metrics;
  }

  @Incoming("facts")
  @Blocking
  @Retry(maxRetries = -1, maxDuration = 0, delay = 1, delayUnit = ChronoUnit.SECONDS)
  void hear(ConsumerRecords<byte[], byte[]> records) {
    turns.giveWay();
    try {
      keep(records);
    } catch (RuntimeException e) {
      LOG.warnf(
          "The facts could not be kept; the same batch is tried again in a second: %s",
          Outages.withoutContent(e));
      throw e;
    }
  }

  private void keep(ConsumerRecords<byte[], byte[]> records) {
    List<KeptFact> facts = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      read(record).ifPresent(facts::add);
    }
    Batches.write(facts, log::keep, FactConsumer::refused, fact -> metrics.notKept());
    metrics.early(early.broughtToLightBy(facts));
  }

  private static void refused(RuntimeException why) {
    LOG.warnf(
        "A fact is refused by the database; ledgers go without it: %s",
        Outages.withoutContent(why));
  }

  private static Optional<KeptFact> read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(
          new KeptFact(
              FactRecord.read(record.key(), record.value(), record.timestamp()),
              new String(record.value(), StandardCharsets.UTF_8),
              record.partition(),
              record.offset()));
    } catch (MalformedEventException e) {
      return Optional.empty();
    }
  }
}
