package dev.hourglass.slamonitor.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers of a dead letter: the same names as in the services that use SmallRye. */
final class DeadLetters {

  private static final int LONGEST_REASON = 500;

  private DeadLetters() {}

  static Headers headers(Headers original, String topic, int partition, long offset, String why) {
    Headers headers = new RecordHeaders(original.toArray());
    put(headers, "dead-letter-reason", shortened(why));
    put(headers, "dead-letter-topic", topic);
    put(headers, "dead-letter-partition", Integer.toString(partition));
    put(headers, "dead-letter-offset", Long.toString(offset));
    return headers;
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String shortened(String why) {
    return why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
  }
}
