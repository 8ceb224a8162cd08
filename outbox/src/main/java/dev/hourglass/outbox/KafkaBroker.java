package dev.hourglass.outbox;

import dev.hourglass.contracts.json.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The relay's Kafka producer: acknowledged by all replicas, gives up on a record after about ten
 * seconds.
 */
final class KafkaBroker implements Broker, AutoCloseable {

  private static final List<Header> HEADERS =
      List.of(
          new RecordHeader(
              "content-type", EventJson.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8)));

  private final Producer<String, byte[]> producer;

  KafkaBroker(Map<String, Object> clientSettings, String speaker) {
    Map<String, Object> settings = new HashMap<>(clientSettings);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, speaker + "-outbox");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // A send waits this long for a broker that is away; longer would hold the pass's transaction
    // open.
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  @Override
  public Future<?> send(String topic, String key, byte[] value) {
    try {
      return producer.send(new ProducerRecord<>(topic, null, null, key, value, HEADERS));
    } catch (KafkaException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
