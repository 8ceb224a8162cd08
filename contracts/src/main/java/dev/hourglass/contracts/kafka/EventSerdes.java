package dev.hourglass.contracts.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Serdes for Kafka Streams, one per topic. */
public final class EventSerdes {

  private EventSerdes() {}

  /** Reads and writes the events of a topic. */
  public static <D extends EventData> Serde<Event<D>> of(Topic<D> topic) {
    return Serdes.serdeFrom(new EventSerializer<>(), new EventDeserializer<>(topic));
  }
}
