package dev.hourglass.slamonitor.kafka;

import dev.hourglass.contracts.Topics;
import dev.hourglass.slamonitor.gate.OwnGate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Tells the gate after each poll where it is in {@code timings} and what it handed out last. */
final class WatchedConsumer extends KafkaConsumer<byte[], byte[]> {

  private static final long NOTHING = -1;

  private final OwnGate gate;

  WatchedConsumer(Map<String, Object> config, OwnGate gate) {
    super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.gate = gate;
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
    for (TopicPartition partition : assignment()) {
      if (partition.topic().equals(Topics.TIMINGS.name())) {
        tell(partition, records.records(partition));
      }
    }
    return records;
  }

  private void tell(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    try {
      long last = records.isEmpty() ? NOTHING : records.get(records.size() - 1).offset();
      gate.polled(partition.partition(), position(partition, Duration.ZERO), last);
    } catch (TimeoutException | InvalidOffsetException e) {
      // The position is not known yet: the gate learns it after a later poll and is shut till then.
    }
  }
}
