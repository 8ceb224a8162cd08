package dev.hourglass.slamonitor.kafka;

import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.inbox.Batches;
import dev.hourglass.inbox.Outages;
import dev.hourglass.slamonitor.board.Board;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Shows on the board what {@code sla-clocks} carries. A database that is away is waited for: the
 * same batch again, until it is written. Tombstones are passed over, for the board looks further
 * back than the compacted topic.
 */
@ApplicationScoped
class BoardConsumer {

  private static final Logger LOG = Logger.getLogger(BoardConsumer.class);

  private final Board board;
  private final OwnDeadLetters deadLetters;
  private final Turns turns;

  BoardConsumer(Board board, OwnDeadLetters deadLetters, Turns turns) {
    this.turns = turns;
    this.board = board;
    this.deadLetters = deadLetters;
  }

  @Incoming("clocks")
  @Blocking
  @Retry(maxRetries = -1, maxDuration = 0, delay = 1, delayUnit = ChronoUnit.SECONDS)
  void hear(ConsumerRecords<String, byte[]> records) {
    turns.giveWay();
    try {
      show(records);
    } catch (RuntimeException e) {
      LOG.warn("The board could not be written; the same batch is tried again in a second", e);
      throw e;
    }
  }

  private void show(ConsumerRecords<String, byte[]> records) {
    Map<UUID, Heard> latest = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.value() != null) {
        read(record)
            .ifPresent(heard -> latest.merge(heard.state().ticketId(), heard, Heard::later));
      }
    }
    Batches.write(
        latest.values(),
        heard -> board.show(heard.stream().map(Heard::state).toList()),
        BoardConsumer::refused,
        heard -> bury(heard.record(), "the board does not take it"));
  }

  private static void refused(RuntimeException why) {
    LOG.warnf("A state is refused by the database: %s", Outages.withoutContent(why));
  }

  private Optional<Heard> read(ConsumerRecord<String, byte[]> record) {
    try {
      return Optional.of(
          new Heard(record, EventJson.read(Topics.SLA_CLOCKS, record.value()).data()));
    } catch (MalformedEventException e) {
      bury(record, e.getMessage());
      return Optional.empty();
    }
  }

  private void bury(ConsumerRecord<String, byte[]> record, String why) {
    LOG.warnf(
        "A record is no state of clocks; it goes to the dead letters (%s, partition %d, offset %d)",
        record.topic(), record.partition(), record.offset());
    deadLetters.bury(record, why);
  }

  private record Heard(ConsumerRecord<String, byte[]> record, ClocksChanged state) {

    Heard later(Heard other) {
      return other.state.version() > state.version() ? other : this;
    }
  }
}
