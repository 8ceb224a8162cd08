package dev.hourglass.prioritizer;

import static dev.hourglass.prioritizer.TicketFixture.amended;
import static dev.hourglass.prioritizer.TicketFixture.created;
import static dev.hourglass.prioritizer.TicketFixture.outageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class TicketsAtOnceTest {

  private final TopicLog log = TopicLog.shared();

  @Test
  @DisplayName("a ticket that takes long holds up those of its partition, and no others")
  void doesNotHoldUpOthers() throws SQLException {
    UUID slow = ticketOf(0);
    UUID behind = ticketOf(0);
    UUID elsewhere = ticketOf(Topics.TICKET_PARTITIONS - 1);
    try (Connection connection = held(slow)) {
      for (UUID ticket : List.of(slow, behind, elsewhere)) {
        log.say(Topics.TICKETS, created(ticket, outageOf("AT-ONCE", "ada@acme.example", null)));
      }
      log.say(Topics.TICKETS, amended(slow, 2, outageOf("AT-ONCE", "ada@acme.example", null)));
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(promises(elsewhere)).hasSize(1));
      assertThat(promises(slow)).isEmpty();
      assertThat(promises(behind)).isEmpty();
      connection.rollback();
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(promises(slow)).extracting(Event::sequence).containsExactly(1L, 2L);
              assertThat(promises(behind)).hasSize(1);
            });
  }

  /** A transaction that holds what prioritizer needs for that ticket. */
  private static Connection held(UUID ticket) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            SandboxResource.sandbox().jdbcUrl("prioritizer"), "prioritizer", "prioritizer");
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into tickets (ticket_id, heard_at) values (?, now())")) {
      insert.setObject(1, ticket);
      insert.executeUpdate();
    }
    return connection;
  }

  private List<Event<Fact>> promises(UUID ticket) {
    return log.events(Topics.TIMINGS, ticket.toString());
  }

  private static UUID ticketOf(int partition) {
    return Stream.generate(UuidCreator::getTimeOrderedEpoch)
        .filter(id -> partition(id) == partition)
        .findFirst()
        .orElseThrow();
  }

  private static int partition(UUID id) {
    byte[] key = id.toString().getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % Topics.TICKET_PARTITIONS;
  }
}
