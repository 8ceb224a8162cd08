package dev.hourglass.prioritizer;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.sandbox.junit.SandboxResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Speaks to the sandbox's topics, and reads them from their beginning. */
final class KafkaLog implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", SandboxResource.sandbox().bootstrapServers(), "acks", "all"),
          new StringSerializer(),
          new ByteArraySerializer());

  void say(Topic<?> topic, Event<?> event) {
    say(topic.name(), event.subject(), EventJson.write(event));
  }

  void say(String topic, String key, byte[] value) {
    try {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  <D extends EventData> List<Event<D>> events(Topic<D> topic, String key) {
    return records(topic.name()).stream()
        .filter(each -> key.equals(each.key()))
        .map(each -> EventJson.read(topic, each.value()))
        .toList();
  }

  List<ConsumerRecord<String, byte[]>> records(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                SandboxResource.sandbox().bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
