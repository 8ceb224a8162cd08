package dev.hourglass.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.contracts.timing.Fact;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Inbox inbox = new Inbox(metrics);

  @Test
  void anEventIsHeardWithItsContextInTheLogAndNoneAfterIt() {
    List<Object> context = new ArrayList<>();

    inbox.hear(
        Topics.TIMINGS,
        aFact(),
        event -> {
          context.add(event.id().equals(MDC.get("eventId")));
          context.add(event.subject().equals(MDC.get("ticketId")));
          context.add(MDC.get("offset"));
        });

    assertThat(context).containsExactly(true, true, "7");
    assertThat(MDC.get("eventId")).isNull();
    assertThat(MDC.get("offset")).isNull();
    assertThat(deadLetters()).isZero();
  }

  @Test
  void aRecordThatIsNoEventIsADeadLetterAndNoWorkIsDone() {
    Work work = new Work();

    assertThatThrownBy(() -> inbox.hear(Topics.TIMINGS, kafkaRecord("{no json"), work))
        .isInstanceOf(MalformedEventException.class);

    assertThat(work.times).isZero();
    assertThat(deadLetters()).isEqualTo(1);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"08006", "40001", "55P03", "57P01", "25006", "42P01", "53300"})
  void anOutageIsWaitedForAndTheRecordIsNoDeadLetter(String state) {
    Work work = new Work(sql(state), sql(state));

    inbox.hear(Topics.TIMINGS, aFact(), work);

    assertThat(work.times).isEqualTo(3);
    assertThat(deadLetters()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "23502", "54000"})
  void whatTheDatabaseWillNeverTakeIsADeadLetterAtOnce(String state) {
    Work work = new Work(sql(state));

    assertThatThrownBy(() -> inbox.hear(Topics.TIMINGS, aFact(), work))
        .hasRootCauseInstanceOf(SQLException.class);

    assertThat(work.times).isEqualTo(1);
    assertThat(deadLetters()).isEqualTo(1);
  }

  @Test
  void twoThatMeetAtOneRowTryAgainThreeTimesAndNotForEver() {
    RuntimeException conflict = sql("23505");
    Work passing = new Work(conflict, conflict, conflict);
    Work lasting = new Work(conflict, conflict, conflict, conflict);

    inbox.hear(Topics.TIMINGS, aFact(), passing);
    assertThatThrownBy(() -> inbox.hear(Topics.TIMINGS, aFact(), lasting)).isSameAs(conflict);

    assertThat(passing.times).isEqualTo(4);
    assertThat(lasting.times).isEqualTo(4);
  }

  @Test
  void aMistakeOfOursIsADeadLetterAndNotTriedAgain() {
    Work work = new Work(new IllegalStateException("a bug"));

    assertThatThrownBy(() -> inbox.hear(Topics.TIMINGS, aFact(), work))
        .isInstanceOf(IllegalStateException.class);

    assertThat(work.times).isEqualTo(1);
    assertThat(deadLetters()).isEqualTo(1);
  }

  @Test
  void whatFailsWhileTheServiceEndsIsTriedAgain() {
    Work work = new Work(new IllegalStateException("EntityManagerFactory is closed"));
    inbox.ends(new ShutdownEvent());

    inbox.hear(Topics.TIMINGS, aFact(), work);

    assertThat(work.times).isEqualTo(2);
    assertThat(deadLetters()).isZero();
  }

  @Test
  void aRecordInHandWhenTheServiceIsGoneIsNoDeadLetter() {
    Work work = new Work(new IllegalStateException("EntityManagerFactory is closed"));
    inbox.ends(new ShutdownEvent());

    // As the thread pool of the service does in the end, while the next attempt is waited for.
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> inbox.hear(Topics.TIMINGS, aFact(), work))
        .isInstanceOf(InterruptedException.class);
    assertThat(deadLetters()).isZero();
  }

  @Test
  void theDatabasesOwnWordsStayOutOfTheLog() {
    SQLException said =
        new SQLException("ERROR: value too long: 'Jane Doe, jane@example.com'", "22001");

    assertThat(Outages.withoutContent(new IllegalStateException(said)))
        .contains("22001")
        .doesNotContain("Jane");
  }

  private double deadLetters() {
    return metrics.find("inbox.dead.letters").tag("topic", "timings").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private static RuntimeException sql(String state) {
    return new IllegalStateException(new SQLException("as the driver says it", state));
  }

  private static ConsumerRecord<String, byte[]> aFact() {
    try (InputStream example =
        InboxTest.class.getResourceAsStream("/examples/TicketReceived.example.json")) {
      return kafkaRecord(new String(example.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConsumerRecord<String, byte[]> kafkaRecord(String value) {
    return new ConsumerRecord<>("timings", 0, 7, "key", value.getBytes(StandardCharsets.UTF_8));
  }

  /** Fails as told, one time after the other, and then works. */
  private static final class Work implements Consumer<Event<Fact>> {

    private final Deque<RuntimeException> failures;
    private int times;

    Work(RuntimeException... failures) {
      this.failures = new ArrayDeque<>(Arrays.asList(failures));
    }

    @Override
    public void accept(Event<Fact> event) {
      times++;
      if (!failures.isEmpty()) {
        throw failures.poll();
      }
    }
  }
}
