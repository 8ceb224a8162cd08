package dev.hourglass.outbox;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.sandbox.Sandbox;
import dev.hourglass.sandbox.junit.SharedSandbox;
import dev.hourglass.sandbox.junit.TopicLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty outbox in a real PostgreSQL, and a real Kafka. */
abstract class OutboxOnTheSandbox {

  static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  static final Instant HAPPENED = NINE.minusSeconds(1);
  static final Clock AT_NINE = Clock.fixed(NINE, ZoneOffset.UTC);
  static final int BATCH = 50;
  static final Sandbox SANDBOX = SharedSandbox.get();
  static final TopicLog LOG = TopicLog.shared();

  static PGSimpleDataSource database;
  static KafkaBroker kafka;
  static OutboxTable table;

  @BeforeAll
  static void connect() {
    database = new PGSimpleDataSource();
    database.setUrl(SANDBOX.jdbcUrl("notifier"));
    database.setUser("notifier");
    database.setPassword("notifier");
    Flyway.configure().dataSource(database).locations("db/outbox").load().migrate();
    kafka = broker();
    table = new OutboxTable(database);
  }

  @AfterAll
  static void disconnect() {
    kafka.close();
  }

  @BeforeEach
  void startWithAnEmptyOutbox() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate outbox, outbox_refusals");
    }
  }

  static KafkaBroker broker() {
    return new KafkaBroker(Map.of("bootstrap.servers", SANDBOX.bootstrapServers()), "notifier");
  }

  static OutboxRelay relay(Broker broker) {
    return new OutboxRelay(database, broker, AT_NINE, BATCH);
  }

  static List<String> append(UUID ticket, int events) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (int i = 1; i <= events; i++) {
        Event<Fact> event = resumed(ticket, i);
        Outbox.insert(connection, "timings", event);
        ids.add(event.id());
      }
    }
    return ids;
  }

  static Event<Fact> resumed(UUID ticket, int sequence) {
    return Event.of(
        "notifier", NINE.plusSeconds(sequence), sequence, new TicketResumed(ticket, HAPPENED));
  }

  static List<String> published(UUID ticket) {
    return publishedByKey().getOrDefault(ticket.toString(), List.of());
  }

  static Map<String, List<String>> publishedByKey() {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> each : LOG.records("timings")) {
      ids.computeIfAbsent(each.key(), key -> new ArrayList<>())
          .add(EventJson.read(Topics.TIMINGS, each.value()).id());
    }
    return ids;
  }
}
