package dev.hourglass.slamonitor.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * When the log took a record up. Never negative: the extractor that Streams brings would kill the
 * thread at such a record, or skip it unseen.
 */
final class HeardAt implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return Math.max(0, record.timestamp());
  }
}
