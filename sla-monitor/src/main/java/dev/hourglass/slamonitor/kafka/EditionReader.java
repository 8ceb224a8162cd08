package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.slamonitor.metrics.MonitorMetrics;
import java.time.DateTimeException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Keeps the editions. A global store has no transaction, so what cannot be read goes to the dead
 * letters by a producer of its own, at least once: every instance says it at each start.
 */
final class EditionReader implements Processor<byte[], byte[], Void, Void> {

  private static final Logger LOG = Logger.getLogger(EditionReader.class);

  private final EditionDeadLetters deadLetters;
  private final MonitorMetrics metrics;
  private ProcessorContext<Void, Void> context;
  private KeyValueStore<String, byte[]> editions;

  EditionReader(EditionDeadLetters deadLetters, MonitorMetrics metrics) {
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<Void, Void> newContext) {
    context = newContext;
    editions = context.getStateStore(SlaTopology.EDITIONS);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    if (record.value() == null) {
      return; // A tombstone: promises that name the edition are to be kept all the same.
    }
    try {
      EditionPublished edition = EventJson.read(Topics.EDITIONS, record.value()).data();
      refuseAnother(edition);
      editions.put(edition.edition(), record.value());
    } catch (MalformedEventException e) {
      bury(record, e.getMessage());
    } catch (IllegalArgumentException | DateTimeException e) {
      bury(record, "a calendar cannot be laid out: " + e.getMessage());
    }
  }

  /** An edition is immutable: the first one heard stays. */
  private void refuseAnother(EditionPublished edition) {
    byte[] known = editions.get(edition.edition());
    if (known != null
        && !EventJson.read(Topics.EDITIONS, known).data().digest().equals(edition.digest())) {
      throw new MalformedEventException("the edition is known with other content");
    }
    for (CalendarDefinition calendar : edition.calendars()) {
      WorkingCalendar.of(calendar);
    }
  }

  private void bury(Record<byte[], byte[]> record, String why) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    metrics.deadLetter();
    MDC.put("topic", place.topic());
    MDC.put("partition", place.partition());
    MDC.put("offset", place.offset());
    LOG.warn("A record is no edition; it goes to the dead letters and the next one is read");
    MDC.clear();
    deadLetters.send(
        record.key(),
        record.value(),
        DeadLetters.headers(
            record.headers(), place.topic(), place.partition(), place.offset(), why));
  }
}
