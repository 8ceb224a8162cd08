package dev.hourglass.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.MessageKind;
import dev.hourglass.outbox.PassResult.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The relay when something fails: the broker, the process, a record. */
class OutboxRelayFailureTest extends OutboxOnTheSandbox {

  private static final int MORE_THAN_THE_BROKER_TAKES = 2_000_000;

  @Test
  void afterAFailedSendNothingOfThatKeyBehindItIsDeleted() throws Exception {
    UUID unlucky = UUID.randomUUID();
    UUID lucky = UUID.randomUUID();
    List<String> unluckyIds = append(unlucky, 3);
    List<String> luckyIds = append(lucky, 2);
    String second = unluckyIds.get(1);

    PassResult result = relay(new FailingBroker(event -> event.contains(second))).runOnce();

    assertThat(result.published()).isEqualTo(3);
    assertThat(result.failed()).isEqualTo(2);
    assertThat(result.wantsAnotherNow()).isFalse();
    assertThat(published(lucky)).isEqualTo(luckyIds);

    relay(kafka).runOnce();

    assertThat(published(unlucky))
        .as("the third is said again behind the second, so a reader may order by it")
        .containsExactly(
            unluckyIds.get(0), unluckyIds.get(2), unluckyIds.get(1), unluckyIds.get(2));
  }

  @Test
  void aKillBetweenAcknowledgementAndCommitPublishesAgainUnderTheSameIds() throws Exception {
    UUID ticket = UUID.randomUUID();
    List<String> ids = append(ticket, 2);

    assertThatThrownBy(() -> relay(new DyingBroker()).runOnce())
        .isInstanceOf(IllegalStateException.class);
    relay(kafka).runOnce();

    List<String> twice = new ArrayList<>(ids);
    twice.addAll(ids);
    assertThat(published(ticket)).isEqualTo(twice);
  }

  @Test
  void whatTheBrokerRefusesForGoodMovesAsideAndTheRestGoesOn() throws Exception {
    UUID ticket = UUID.randomUUID();
    Event<Fact> tooLarge =
        Event.of(
            "notifier",
            NINE,
            1,
            new DeliveryFailed(
                ticket,
                NINE,
                UUID.randomUUID(),
                MessageKind.CONFIRMATION,
                "x".repeat(MORE_THAN_THE_BROKER_TAKES)));
    append(tooLarge);
    List<String> behind = append(ticket, 2);

    PassResult result = relay(kafka).runOnce();

    assertThat(result).isEqualTo(new PassResult(Outcome.DONE, 2, 0, 1, false));
    assertThat(published(ticket)).isEqualTo(behind);
    assertThat(table.refusals()).isEqualTo(1);

    assertThat(table.redrive()).isEqualTo(1);
    assertThat(table.refusals()).isZero();
    assertThat(table.backlog().events()).isEqualTo(1);
  }

  @Test
  void anOutageOfTheBrokerLosesNothingAndCostsOneWait() throws Exception {
    UUID ticket = UUID.randomUUID();
    List<String> ids = append(ticket, BATCH);
    try (KafkaBroker freshClient = broker()) {
      SANDBOX.stopKafka();
      PassResult result;
      try {
        CountingBroker counting = new CountingBroker(freshClient);
        result = relay(counting).runOnce();
        assertThat(counting.sends).isEqualTo(1);
      } finally {
        SANDBOX.startKafka();
      }

      assertThat(result).isEqualTo(new PassResult(Outcome.DONE, 0, BATCH, 0, true));
      assertThat(table.backlog().events()).isEqualTo(BATCH);
      OutboxRelay relay = relay(freshClient);
      await().atMost(Duration.ofSeconds(60)).until(() -> drained(relay));
      assertThat(lastSaid(published(ticket)))
          .as("said again or not: the last time that each is said is in order")
          .isEqualTo(ids);
    }
  }

  private static boolean drained(OutboxRelay relay) throws Exception {
    relay.runOnce();
    return table.backlog().events() == 0;
  }

  private static List<String> lastSaid(List<String> ids) {
    List<String> lastFirst = new ArrayList<>(ids);
    Collections.reverse(lastFirst);
    List<String> distinct = new ArrayList<>(new LinkedHashSet<>(lastFirst));
    Collections.reverse(distinct);
    return distinct;
  }

  private static void append(Event<?> event) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Outbox.insert(connection, "timings", event);
    }
  }

  /** Kafka, but it does not acknowledge some events. */
  private record FailingBroker(Predicate<String> fails) implements Broker {

    @Override
    public Future<?> send(String topic, String key, byte[] value) {
      if (fails.test(new String(value, java.nio.charset.StandardCharsets.UTF_8))) {
        CompletableFuture<Object> lost = new CompletableFuture<>();
        CompletableFuture.delayedExecutor(50, java.util.concurrent.TimeUnit.MILLISECONDS)
            .execute(() -> lost.completeExceptionally(new java.io.IOException("lost")));
        return lost;
      }
      return kafka.send(topic, key, value);
    }

    @Override
    public void flush() {
      kafka.flush();
    }
  }

  /** Kafka, and then the process dies. */
  private record DyingBroker() implements Broker {

    @Override
    public Future<?> send(String topic, String key, byte[] value) {
      return kafka.send(topic, key, value);
    }

    @Override
    public void flush() {
      kafka.flush();
      throw new IllegalStateException("killed");
    }
  }

  private static final class CountingBroker implements Broker {

    private final Broker broker;
    private int sends;

    CountingBroker(Broker broker) {
      this.broker = broker;
    }

    @Override
    public Future<?> send(String topic, String key, byte[] value) {
      sends++;
      return broker.send(topic, key, value);
    }

    @Override
    public void flush() {
      broker.flush();
    }
  }
}
