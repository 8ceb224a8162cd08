package dev.hourglass.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.progress.RelayProgressed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the monitor is told of an outbox on a real PostgreSQL, through a real Kafka. */
class ProgressReportTest extends OutboxOnTheSandbox {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ProgressReport report =
      new ProgressReport("notifier", table, kafka, AT_NINE, new RelayMetrics(registry));

  @Test
  @DisplayName("all has been said up to when the first fact happened that is not yet published")
  void aFactThatWaitsHoldsBackWhatHasBeenSaid() throws Exception {
    append(UUID.randomUUID(), 3);
    assertThat(reported()).isEqualTo(new RelayProgressed("notifier", NINE, HAPPENED, 3));
    assertThat(registry.get("outbox.unpublished").gauge().value()).isEqualTo(3);

    relay(kafka).runOnce();
    assertThat(reported()).isEqualTo(new RelayProgressed("notifier", NINE, NINE, 0));
    assertThat(registry.get("outbox.unpublished").gauge().value()).isZero();
  }

  @Test
  @DisplayName("all has been said up to when the first transaction began that may still say more")
  void aTransactionThatIsStillRunningHoldsBackWhatHasBeenSaid() throws Exception {
    try (Connection running = database.getConnection();
        Statement statement = running.createStatement()) {
      running.setAutoCommit(false);
      statement.execute("select pg_sleep(0.02)");
      assertThat(reported().saidUpTo()).isBeforeOrEqualTo(NINE.minusMillis(20));

      Outbox.insert(running, "timings", resumed(UUID.randomUUID(), 1));
      running.commit();
    }
    assertThat(reported()).isEqualTo(new RelayProgressed("notifier", NINE, HAPPENED, 1));
  }

  @Test
  @DisplayName("a pass of the relay is no transaction that may say more")
  void aPassOfTheRelayHoldsNothingBack() throws Exception {
    append(UUID.randomUUID(), 1);
    Broker asking =
        new Broker() {
          @Override
          public java.util.concurrent.Future<?> send(String topic, String key, byte[] value) {
            return kafka.send(topic, key, value);
          }

          @Override
          public void flush() {
            kafka.flush();
            assertThat(oldestTransaction()).isZero();
          }
        };
    assertThat(relay(asking).runOnce().published()).isEqualTo(1);
  }

  private static java.time.Duration oldestTransaction() {
    try {
      return table.oldestTransaction();
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
  }

  private RelayProgressed reported() throws Exception {
    report.runOnce();
    List<RelayProgressed> said =
        LOG.records(Topics.PROGRESS.name()).stream()
            .map(each -> (RelayProgressed) EventJson.read(Topics.PROGRESS, each.value()).data())
            .toList();
    return said.get(said.size() - 1);
  }
}
