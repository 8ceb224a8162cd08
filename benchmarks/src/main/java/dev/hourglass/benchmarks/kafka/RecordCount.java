package dev.hourglass.benchmarks.kafka;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Counts records by reading them: the markers of transactions take offsets as well. */
public final class RecordCount {

  private RecordCount() {}

  /**
   * How many records lie between two sets of ends, by topic.
   *
   * @param before a partition that is not there begins at 0
   */
  public static Map<String, Long> between(
      String bootstrapServers, Map<TopicPartition, Long> before, Map<TopicPartition, Long> after) {
    Map<String, Long> counts = new TreeMap<>();
    LogSlice.read(
        bootstrapServers, before, after, each -> counts.merge(each.topic(), 1L, Long::sum));
    return counts;
  }
}
