package dev.hourglass.prioritizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.sandbox.junit.TopicLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** The promises in {@code timings}, as a reader of committed records finds them. */
public record SaidPromises(TopicLog log) {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** A test that says something unreadable says less than that. */
  private static final int SHORTEST_EVENT = 10;

  /** All of them, in the order of the log. */
  public List<Event<TicketPrioritized>> all() {
    return among(log.records(Topics.TIMINGS.name()));
  }

  /** Those of a ticket. */
  public List<Event<TicketPrioritized>> of(UUID ticket) {
    return among(
        log.records(Topics.TIMINGS.name()).stream()
            .filter(each -> ticket.toString().equals(each.key()))
            .toList());
  }

  /** All of them, by ticket. */
  public Map<UUID, List<Event<TicketPrioritized>>> byTicket() {
    return all().stream().collect(Collectors.groupingBy(each -> each.data().ticketId()));
  }

  /** Those of a ticket, as soon as there are so many; more fail the test. */
  public List<Event<TicketPrioritized>> await(UUID ticket, int count) {
    List<Event<TicketPrioritized>> said =
        Awaitility.await().atMost(LONGEST_WAIT).until(() -> of(ticket), enough(count));
    assertThat(said).hasSize(count);
    return said;
  }

  private static Predicate<List<Event<TicketPrioritized>>> enough(int count) {
    return said -> said.size() >= count;
  }

  private static List<Event<TicketPrioritized>> among(
      List<ConsumerRecord<String, byte[]>> records) {
    List<Event<TicketPrioritized>> promises = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> each : records) {
      if (each.value().length >= SHORTEST_EVENT) {
        Event<Fact> event = EventJson.read(Topics.TIMINGS, each.value());
        if (event.data() instanceof TicketPrioritized data) {
          promises.add(
              Event.withId(event.id(), event.source(), event.time(), event.sequence(), data));
        }
      }
    }
    return promises;
  }

  /** The rules that a promise gives as its reasons, in their order. */
  public static List<String> rules(TicketPrioritized promise) {
    return promise.reasons().stream().map(Reason::rule).toList();
  }
}
