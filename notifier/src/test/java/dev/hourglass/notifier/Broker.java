package dev.hourglass.notifier;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.sandbox.junit.SandboxResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services' side of Kafka. */
final class Broker {

  private Broker() {}

  static void say(Topic<?> topic, Event<?> event) {
    send(topic.name(), event.subject(), EventJson.write(event));
  }

  static void send(String topic, String key, byte[] value) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", SandboxResource.sandbox().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All events of a ticket in a topic, in their order. */
  static <D extends EventData> List<Event<D>> said(Topic<D> topic, UUID ticketId, String source) {
    return records(topic.name()).stream()
        .filter(record -> ticketId.toString().equals(record.key()))
        .flatMap(record -> readable(topic, record.value()))
        .filter(event -> event.source().equals(source))
        .toList();
  }

  private static <D extends EventData> Stream<Event<D>> readable(Topic<D> topic, byte[] value) {
    try {
      return Stream.of(EventJson.read(topic, value));
    } catch (MalformedEventException e) {
      // Some tests send rubbish on purpose.
      return Stream.of();
    }
  }

  /** Everything in a topic. */
  static List<ConsumerRecord<String, byte[]>> records(String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", SandboxResource.sandbox().bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }
}
