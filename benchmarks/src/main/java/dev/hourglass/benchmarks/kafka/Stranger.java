package dev.hourglass.benchmarks.kafka;

import dev.hourglass.benchmarks.process.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Somebody who joins a group, is given some of its partitions, reads and commits nothing, and
 * leaves again: two rebalances.
 */
public final class Stranger {

  private static final Duration POLL = Duration.ofMillis(100);

  private Stranger() {}

  /** Returns when it has left. */
  public static void visits(String bootstrapServers, String group, String topic, Duration within) {
    try (KafkaConsumer<byte[], byte[]> stranger =
        Clients.consumer(
            bootstrapServers,
            Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1))) {
      stranger.subscribe(List.of(topic));
      Patience.until(
          "a stranger is given partitions of " + group,
          within,
          Duration.ZERO,
          () -> {
            stranger.poll(POLL);
            return !stranger.assignment().isEmpty();
          });
    }
  }
}
