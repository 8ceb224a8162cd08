package dev.hourglass.notifier;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import dev.hourglass.sandbox.junit.TopicLog;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The other services' side of Kafka. */
final class Broker {

  private Broker() {}

  static void say(Topic<?> topic, Event<?> event) {
    TopicLog.shared().say(topic, event);
  }

  static void send(String topic, String key, byte[] value) {
    TopicLog.shared().say(topic, key, value);
  }

  /** Many values under one key, in their order. */
  static void sendAll(String topic, String key, List<byte[]> values) {
    TopicLog.shared().sayAll(topic, key, values);
  }

  /** All events of a ticket in a topic that one speaker said, in their order. */
  static <D extends EventData> List<Event<D>> said(Topic<D> topic, UUID ticketId, String source) {
    return TopicLog.shared().events(topic, ticketId.toString()).stream()
        .filter(event -> event.source().equals(source))
        .toList();
  }

  /** Everything in a topic. */
  static List<ConsumerRecord<String, byte[]>> records(String topic) {
    return TopicLog.shared().records(topic);
  }
}
