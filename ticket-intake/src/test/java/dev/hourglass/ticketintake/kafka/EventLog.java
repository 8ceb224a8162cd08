package dev.hourglass.ticketintake.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.Topics;
import dev.hourglass.sandbox.junit.TopicLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** What this service said, and what others say to it. */
public final class EventLog {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private EventLog() {}

  /** The events of a ticket on a topic, once there are so many. */
  public static <D extends EventData> List<Event<D>> await(Topic<D> topic, UUID ticket, int count) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> of(topic, ticket), found -> found.size() >= count);
  }

  /** The events of a ticket on a topic as of now. */
  public static <D extends EventData> List<Event<D>> of(Topic<D> topic, UUID ticket) {
    return TopicLog.shared().events(topic, ticket.toString());
  }

  /** The raw text of a ticket's records on a topic. */
  public static String text(Topic<?> topic, UUID ticket) {
    return records(topic.name()).stream()
        .filter(each -> ticket.toString().equals(each.key()))
        .map(each -> new String(each.value(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  /** How many records were ever put into a topic. */
  public static long end(Topic<?> topic) {
    return TopicLog.shared().end(topic);
  }

  /** All records of a topic as of now. */
  public static List<ConsumerRecord<String, byte[]>> records(String topic) {
    return TopicLog.shared().records(topic);
  }

  /** Says something for another service. */
  public static void say(Topic<?> topic, Event<?> event) {
    TopicLog.shared().say(topic, event);
  }

  /** Puts any bytes into {@code timings}. */
  public static void sayRaw(String key, byte[] value) {
    TopicLog.shared().say(Topics.TIMINGS.name(), key, value);
  }
}
