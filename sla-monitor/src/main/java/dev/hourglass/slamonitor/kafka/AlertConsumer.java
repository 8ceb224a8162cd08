package dev.hourglass.slamonitor.kafka;

import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.inbox.Batches;
import dev.hourglass.inbox.Outages;
import dev.hourglass.slamonitor.json.AlertJson;
import dev.hourglass.slamonitor.ledger.AlertLog;
import dev.hourglass.slamonitor.ledger.SaidAlert;
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
 * Keeps what was really said, for the ledger. A database that is away is waited for: the same batch
 * again, until it is written.
 */
@ApplicationScoped
class AlertConsumer {

  private static final Logger LOG = Logger.getLogger(AlertConsumer.class);

  private final AlertLog log;
  private final OwnDeadLetters deadLetters;
  private final Turns turns;

  AlertConsumer(AlertLog log, OwnDeadLetters deadLetters, Turns turns) {
    this.turns = turns;
    this.log = log;
    this.deadLetters = deadLetters;
  }

  @Incoming("alerts")
  @Blocking
  @Retry(maxRetries = -1, maxDuration = 0, delay = 1, delayUnit = ChronoUnit.SECONDS)
  void hear(ConsumerRecords<String, byte[]> records) {
    turns.giveWay();
    try {
      keep(records);
    } catch (RuntimeException e) {
      LOG.warnf(
          "The alerts could not be kept; the same batch is tried again in a second: %s",
          Outages.withoutContent(e));
      throw e;
    }
  }

  private void keep(ConsumerRecords<String, byte[]> records) {
    List<Heard> alerts = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      read(record).ifPresent(alerts::add);
    }
    Batches.write(
        alerts,
        heard -> log.keep(heard.stream().map(Heard::alert).toList()),
        AlertConsumer::refused,
        heard -> bury(heard.record(), "the log of alerts does not take it"));
  }

  private static void refused(RuntimeException why) {
    LOG.warnf("An alert is refused by the database: %s", Outages.withoutContent(why));
  }

  private Optional<Heard> read(ConsumerRecord<String, byte[]> record) {
    try {
      byte[] value = record.value() == null ? new byte[0] : record.value();
      String document = new String(value, StandardCharsets.UTF_8);
      return Optional.of(new Heard(record, AlertJson.read(document)));
    } catch (MalformedEventException e) {
      bury(record, e.getMessage());
      return Optional.empty();
    }
  }

  private void bury(ConsumerRecord<String, byte[]> record, String why) {
    LOG.warnf(
        "A record is no alert; it goes to the dead letters (%s, partition %d, offset %d)",
        record.topic(), record.partition(), record.offset());
    deadLetters.bury(record, why);
  }

  private record Heard(ConsumerRecord<String, byte[]> record, SaidAlert alert) {}
}
