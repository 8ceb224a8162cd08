package dev.hourglass.inbox;

import dev.hourglass.contracts.Event;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.MDC;

/** What every log line about a record carries. */
final class RecordContext implements AutoCloseable {

  private static final List<String> KEYS =
      List.of("topic", "partition", "offset", "ticketId", "eventId");

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
    KEYS.forEach(MDC::remove);
  }
}
