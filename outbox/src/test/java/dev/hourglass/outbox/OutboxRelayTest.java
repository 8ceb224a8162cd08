package dev.hourglass.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.outbox.PassResult.Outcome;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The relay on a real PostgreSQL and a real Kafka. */
class OutboxRelayTest extends OutboxOnTheSandbox {

  @Test
  void whatWasAppendedIsPublishedInOrderAndGone() throws Exception {
    UUID ticket = UUID.randomUUID();
    List<String> appended = append(ticket, 20);

    PassResult result = relay(kafka).runOnce();

    assertThat(result).isEqualTo(new PassResult(Outcome.DONE, 20, 0, 0, false));
    assertThat(published(ticket)).isEqualTo(appended);
    assertThat(table.backlog().events()).isZero();
  }

  @Test
  void aFullBatchAsksForAnotherPass() throws Exception {
    append(UUID.randomUUID(), BATCH + 1);
    OutboxRelay relay = relay(kafka);

    assertThat(relay.runOnce().wantsAnotherNow()).isTrue();
    assertThat(relay.runOnce()).isEqualTo(new PassResult(Outcome.DONE, 1, 0, 0, false));
  }

  @Test
  void whatWasRolledBackIsNeverPublished() throws Exception {
    UUID ticket = UUID.randomUUID();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Outbox.insert(connection, "timings", resumed(ticket, 1));
      connection.rollback();
    }

    assertThat(relay(kafka).runOnce().published()).isZero();
    assertThat(published(ticket)).isEmpty();
  }

  @Test
  void twoRelaysPublishEachEventOnceAndInOrder() throws Exception {
    Map<UUID, List<String>> appended = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      UUID ticket = UUID.randomUUID();
      appended.put(ticket, append(ticket, 30));
    }
    ExecutorService instances = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        done.add(instances.submit(this::publishUntilEmpty));
      }
      for (Future<?> each : done) {
        each.get();
      }
    } finally {
      instances.shutdownNow();
    }

    Map<String, List<String>> published = publishedByKey();
    appended.forEach((ticket, ids) -> assertThat(published.get(ticket.toString())).isEqualTo(ids));
  }

  private Void publishUntilEmpty() throws Exception {
    OutboxRelay relay = relay(kafka);
    while (table.backlog().events() > 0) {
      relay.runOnce();
    }
    return null;
  }
}
