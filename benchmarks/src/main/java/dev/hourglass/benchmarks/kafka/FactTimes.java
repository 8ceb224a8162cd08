package dev.hourglass.benchmarks.kafka;

import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * When the broker heard that tickets were received and what they were promised, by its own clock.
 */
public record FactTimes(Map<UUID, Instant> received, Map<UUID, Instant> promised) {

  public FactTimes {
    received = Map.copyOf(received);
    promised = Map.copyOf(promised);
  }

  /** Reads the facts between two sets of ends. */
  public static FactTimes between(
      String bootstrapServers, Map<TopicPartition, Long> before, Map<TopicPartition, Long> after) {
    Map<UUID, Instant> received = new HashMap<>();
    Map<UUID, Instant> promised = new HashMap<>();
    Map<TopicPartition, Long> ends =
        after.entrySet().stream()
            .filter(end -> end.getKey().topic().equals(Topics.TIMINGS.name()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    LogSlice.read(
        bootstrapServers,
        before,
        ends,
        each -> {
          Fact fact = EventJson.read(Topics.TIMINGS, each.value()).data();
          if (fact instanceof TicketReceived) {
            received.putIfAbsent(fact.ticketId(), heardAt(each));
          } else if (fact instanceof TicketPrioritized) {
            promised.putIfAbsent(fact.ticketId(), heardAt(each));
          }
        });
    return new FactTimes(received, promised);
  }

  private static Instant heardAt(ConsumerRecord<?, ?> record) {
    return Instant.ofEpochMilli(record.timestamp());
  }
}
