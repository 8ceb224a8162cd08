package dev.hourglass.contracts.kafka;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.json.EventJson;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads the events of one topic; for Kafka clients and Kafka Streams.
 *
 * <p>Throws {@link dev.hourglass.contracts.json.MalformedEventException} at bytes that are not an
 * event of the topic. A consumer that must not stop there reads bytes and calls {@link
 * EventJson#read} itself.
 */
public final class EventDeserializer<D extends EventData> implements Deserializer<Event<D>> {

  private final Topic<D> topic;

  public EventDeserializer(Topic<D> topic) {
    this.topic = required(topic, "topic");
  }

  @Override
  public Event<D> deserialize(String name, byte[] bytes) {
    return bytes == null ? null : EventJson.read(topic, bytes);
  }
}
