package dev.hourglass.contracts.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.json.EventJson;
import org.apache.kafka.common.serialization.Serializer;

/** Writes events as CloudEvents documents; for Kafka clients and Kafka Streams. */
public final class EventSerializer<D extends EventData> implements Serializer<Event<D>> {

  @Override
  public byte[] serialize(String topic, Event<D> event) {
    return event == null ? null : EventJson.write(event);
  }
}
