package dev.hourglass.replay.kafka;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.ledger.FactRecord;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.replay.comparison.LeftOut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The history as Kafka keeps it, from its beginning to the ends that it had when it was opened.
 * Holds the facts of one partition at a time: all facts of a ticket lie in one.
 */
public final class HistoryLog implements AutoCloseable {

  private final CommittedRecords records;
  private final List<Part> timings;
  private final List<Part> editions;
  private final LeftOut unreadable = new LeftOut();

  private HistoryLog(CommittedRecords records) {
    this.records = records;
    timings = records.parts(Topics.TIMINGS.name());
    editions = records.parts(Topics.EDITIONS.name());
  }

  /**
   * Opens the history; whoever does closes it.
   *
   * @param settings of a Kafka client, {@code bootstrap.servers} at least
   * @throws org.apache.kafka.common.KafkaException if Kafka does not answer, then or later
   */
  public static HistoryLog open(Map<String, Object> settings) {
    CommittedRecords records = new CommittedRecords(settings);
    try {
      return new HistoryLog(records);
    } catch (RuntimeException e) {
      records.close();
      throw e;
    }
  }

  /** When the last fact was heard; empty if there is none. */
  public Optional<Instant> end() {
    Instant[] last = new Instant[1];
    for (Part part : timings) {
      records.read(
          part,
          each -> {
            Instant heardAt = heardAt(each);
            last[0] = last[0] == null || heardAt.isAfter(last[0]) ? heardAt : last[0];
          });
    }
    return Optional.ofNullable(last[0]);
  }

  /** The calendars of all editions. */
  public Calendars calendars() {
    EditionShelf shelf = new EditionShelf();
    for (Part part : editions) {
      records.read(part, each -> readOrLeaveOut(each, () -> shelf.put(each.value())));
    }
    return shelf;
  }

  /** Calls with the facts of some tickets at a time, until all had their turn. */
  public void tickets(Consumer<Collection<List<HeardFact>>> eachPart) {
    for (Part part : timings) {
      Map<String, List<HeardFact>> tickets = new HashMap<>();
      records.read(part, each -> readOrLeaveOut(each, () -> put(each, tickets)));
      eachPart.accept(tickets.values());
    }
  }

  /** What is no event of its topic. The monitor did not take it into account, either. */
  public LeftOut unreadable() {
    return unreadable;
  }

  @Override
  public void close() {
    records.close();
  }

  private void readOrLeaveOut(ConsumerRecord<byte[], byte[]> each, Runnable reading) {
    try {
      reading.run();
    } catch (MalformedEventException e) {
      unreadable.add(
          "%s, partition %d, offset %d: %s"
              .formatted(each.topic(), each.partition(), each.offset(), e.getMessage()));
    }
  }

  private static void put(
      ConsumerRecord<byte[], byte[]> each, Map<String, List<HeardFact>> tickets) {
    HeardFact heard = FactRecord.read(each.key(), each.value(), each.timestamp()).heard();
    tickets.computeIfAbsent(heard.fact().subject(), id -> new ArrayList<>()).add(heard);
  }

  private static Instant heardAt(ConsumerRecord<byte[], byte[]> each) {
    return Instant.ofEpochMilli(Math.max(0, each.timestamp()));
  }
}
