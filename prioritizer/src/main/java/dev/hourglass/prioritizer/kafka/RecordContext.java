package dev.hourglass.prioritizer.kafka;

import dev.hourglass.contracts.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.MDC;

/** What every log line about a record carries. */
final class RecordContext implements AutoCloseable {

  private RecordContext() {}

  static RecordContext of(ConsumerRecord<?, ?> kafkaRecord) {
    MDC.put("topic", kafkaRecord.topic());
    MDC.put("partition", String.valueOf(kafkaRecord.partition()));
    MDC.put("offset", String.valueOf(kafkaRecord.offset()));
    return new RecordContext();
  }

  void about(Event<?> event) {
    MDC.put("ticketId", event.subject());
    MDC.put("eventId", event.id());
  }

  @Override
  public void close() {
    MDC.remove("topic");
    MDC.remove("partition");
    MDC.remove("offset");
    MDC.remove("ticketId");
    MDC.remove("eventId");
  }
}
