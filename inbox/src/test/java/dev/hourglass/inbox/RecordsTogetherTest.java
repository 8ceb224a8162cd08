package dev.hourglass.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketRestored;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Records that came together: one piece of work, unless one of them spoils it. */
class RecordsTogetherTest {

  private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Inbox inbox = new Inbox(metrics);
  private final List<Integer> sizes = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final Map<Long, RuntimeException> refused = new LinkedHashMap<>();

  @Test
  void allAreOnePieceOfWorkInTheirOrder() {
    hear(records(5), null);
    assertThat(sizes).containsExactly(5);
    assertThat(done).containsExactly("e0", "e1", "e2", "e3", "e4");
    assertThat(refused).isEmpty();
  }

  @Test
  void whatIsNoEventIsRefusedAndTheOthersAreHeard() {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(records(3));
    records.set(1, new ConsumerRecord<>("timings", 0, 1, "key", new byte[] {1}));
    hear(records, null);
    assertThat(done).containsExactly("e0", "e2");
    assertThat(refused).containsOnlyKeys(1L);
    assertThat(refused.get(1L)).isInstanceOf(MalformedEventException.class);
    assertThat(deadLetters()).isEqualTo(1);
  }

  @Test
  void theOneThatTheDatabaseNeverTakesIsRefusedAloneAndOnce() {
    hear(records(4), failing("e2", new IllegalStateException(new SQLException("no", "22021"))));
    assertThat(sizes).containsExactly(4, 1, 1, 1, 1);
    assertThat(done).containsExactly("e0", "e1", "e3");
    assertThat(refused).containsOnlyKeys(2L);
    assertThat(refused.get(2L)).hasRootCauseInstanceOf(SQLException.class);
    assertThat(deadLetters()).isEqualTo(1);
  }

  @Test
  void anOutageIsWaitedForAndNothingIsRefused() {
    Failure once = failing("e1", new IllegalStateException(new SQLException("away", "08006")));
    hear(records(2), once.times(2));
    assertThat(sizes).containsExactly(2, 2, 2);
    assertThat(done).containsExactly("e0", "e1");
    assertThat(refused).isEmpty();
  }

  @Test
  void whatFailsWhileTheServiceEndsIsTriedAgainAndNothingIsRefused() {
    inbox.ends(new ShutdownEvent());
    Failure gone = failing("e1", new IllegalStateException("EntityManagerFactory is closed"));
    hear(records(2), gone.times(2));
    assertThat(sizes).containsExactly(2, 1, 1, 2);
    assertThat(done).containsExactly("e0", "e0", "e1");
    assertThat(refused).isEmpty();
    assertThat(deadLetters()).isZero();
  }

  @Test
  void noneAreNoWork() {
    hear(List.of(), null);
    assertThat(sizes).isEmpty();
  }

  private void hear(List<ConsumerRecord<String, byte[]>> records, Failure failure) {
    inbox.hearAll(
        Topics.TIMINGS,
        records,
        events -> work(events, failure),
        (each, reason) -> refused.put(each.offset(), reason));
  }

  private void work(List<Event<Fact>> events, Failure failure) {
    sizes.add(events.size());
    if (failure != null && events.stream().anyMatch(failure::concerns)) {
      throw failure.reason;
    }
    events.forEach(event -> done.add(event.id()));
  }

  private static Failure failing(String id, RuntimeException reason) {
    return new Failure(id, reason);
  }

  /** What happens to work that one event is part of. */
  private static final class Failure {

    private final String id;
    private final RuntimeException reason;
    private int times = Integer.MAX_VALUE;

    Failure(String id, RuntimeException reason) {
      this.id = id;
      this.reason = reason;
    }

    Failure times(int most) {
      times = most;
      return this;
    }

    boolean concerns(Event<Fact> event) {
      return event.id().equals(id) && times-- > 0;
    }
  }

  private static List<ConsumerRecord<String, byte[]>> records(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new ConsumerRecord<>("timings", 0, i, "key", bytes("e" + i)))
        .toList();
  }

  private static byte[] bytes(String id) {
    return EventJson.write(
        Event.withId(id, Topics.TICKET_INTAKE, NINE, 1, new TicketRestored(new UUID(1, 1), NINE)));
  }

  private double deadLetters() {
    return metrics.find("inbox.dead.letters").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }
}
