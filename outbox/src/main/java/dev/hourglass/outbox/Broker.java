package dev.hourglass.outbox;

import java.util.concurrent.Future;

/** Where the relay publishes; Kafka in production and in tests. */
interface Broker {

  /**
   * Starts to send a record. The future completes when the broker has acknowledged it, and fails
   * with the broker's own exception.
   */
  Future<?> send(String topic, String key, byte[] value);

  /** Waits until everything sent so far has succeeded or failed. */
  void flush();
}
