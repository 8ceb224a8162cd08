package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.ledger.FactRecord;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.slamonitor.gate.Gate;
import dev.hourglass.slamonitor.metrics.MonitorMetrics;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Makes facts of bytes. What is not a fact goes to the dead letters in the same transaction, so
 * that it is neither dropped nor in the way.
 */
final class FactReader implements Processor<byte[], byte[], Object, Object> {

  private static final Logger LOG = Logger.getLogger(FactReader.class);

  private final Gate gate;
  private final MonitorMetrics metrics;
  private ProcessorContext<Object, Object> context;

  FactReader(Gate gate, MonitorMetrics metrics) {
    this.gate = gate;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<Object, Object> newContext) {
    context = newContext;
    gate.began(context.taskId().partition());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    try {
      HeardFact heard = FactRecord.read(record.key(), record.value(), record.timestamp()).heard();
      context.forward(
          new Record<>(
              heard.fact().subject(), new ShelvedFact(heard, record.value()), record.timestamp()),
          SlaTopology.KEEP_CLOCKS);
    } catch (MalformedEventException e) {
      bury(record, place, e.getMessage());
    }
    gate.processed(place.partition(), place.offset());
  }

  @Override
  public void close() {
    gate.ended(context.taskId().partition());
  }

  private void bury(Record<byte[], byte[]> record, RecordMetadata place, String why) {
    metrics.deadLetter();
    MDC.put("topic", place.topic());
    MDC.put("partition", place.partition());
    MDC.put("offset", place.offset());
    LOG.warn("A record is no fact; it goes to the dead letters and the next one is read");
    MDC.clear();
    context.forward(
        new Record<Object, Object>(record.key(), record.value(), record.timestamp())
            .withHeaders(
                DeadLetters.headers(
                    record.headers(), place.topic(), place.partition(), place.offset(), why)),
        SlaTopology.FACT_DEAD_LETTERS);
  }
}
