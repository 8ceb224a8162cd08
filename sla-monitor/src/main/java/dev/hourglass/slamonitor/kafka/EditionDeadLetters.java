package dev.hourglass.slamonitor.kafka;

import org.apache.kafka.common.header.Headers;

/** Where records of {@code editions} go that cannot be read. */
@FunctionalInterface
public interface EditionDeadLetters {

  /** At least once; a failure to send is counted and logged, for nothing else depends on it. */
  void send(byte[] key, byte[] value, Headers headers);
}
