package dev.hourglass.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.progress.RelayProgressed;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.outbox.PassResult.Outcome;
import dev.hourglass.sandbox.Sandbox;
import dev.hourglass.sandbox.SandboxConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The relay on a real PostgreSQL and a real Kafka. */
class OutboxRelayTest {

  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final Clock AT_NINE = Clock.fixed(NINE, java.time.ZoneOffset.UTC);
  private static final int BATCH = 50;
  private static final int MORE_THAN_THE_BROKER_TAKES = 2_000_000;

  private static Sandbox sandbox;
  private static PGSimpleDataSource database;
  private static KafkaBroker kafka;
  private static OutboxTable table;

  @BeforeAll
  static void startTheSandbox() throws Exception {
    Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
    sandbox = Sandbox.start(SandboxConfig.freePorts(Files.createTempDirectory(target, "sandbox-")));
    database = new PGSimpleDataSource();
    database.setUrl(sandbox.jdbcUrl("notifier"));
    database.setUser("notifier");
    database.setPassword("notifier");
    Flyway.configure().dataSource(database).locations("db/outbox").load().migrate();
    kafka = new KafkaBroker(Map.of("bootstrap.servers", sandbox.bootstrapServers()), "notifier");
    table = new OutboxTable(database);
  }

  @AfterAll
  static void stopTheSandbox() {
    kafka.close();
    sandbox.close();
  }

  @BeforeEach
  void startWithAnEmptyOutbox() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate outbox, outbox_refusals");
    }
  }

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
            new TicketReceived(
                ticket,
                NINE,
                "x".repeat(MORE_THAN_THE_BROKER_TAKES),
                null,
                Channel.WEB,
                Queue.BILLING,
                true));
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
    try (KafkaBroker freshClient =
        new KafkaBroker(Map.of("bootstrap.servers", sandbox.bootstrapServers()), "notifier")) {
      sandbox.stopKafka();
      PassResult result;
      try {
        CountingBroker counting = new CountingBroker(freshClient);
        result = relay(counting).runOnce();
        assertThat(counting.sends).isEqualTo(1);
      } finally {
        sandbox.startKafka();
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

  @Test
  void progressNamesTheOldestFactThatIsNotYetPublished() throws Exception {
    append(UUID.randomUUID(), 3);
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    ProgressReport report =
        new ProgressReport("notifier", table, kafka, AT_NINE, new RelayMetrics(registry));

    report.runOnce();
    relay(kafka).runOnce();
    report.runOnce();

    List<RelayProgressed> said =
        records(Topics.PROGRESS.name()).stream()
            .map(record -> (RelayProgressed) EventJson.read(Topics.PROGRESS, record.value()).data())
            .toList();
    assertThat(said.subList(said.size() - 2, said.size()))
        .containsExactly(
            new RelayProgressed("notifier", NINE, 3, NINE.plusSeconds(1)),
            new RelayProgressed("notifier", NINE, 0, null));
    assertThat(registry.get("outbox.unpublished").gauge().value()).isZero();
  }

  private static boolean drained(OutboxRelay relay) throws Exception {
    relay.runOnce();
    return table.backlog().events() == 0;
  }

  private static OutboxRelay relay(Broker broker) {
    return new OutboxRelay(database, broker, AT_NINE, BATCH);
  }

  private static List<String> append(UUID ticket, int events) throws SQLException {
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

  private static void append(Event<?> event) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Outbox.insert(connection, "timings", event);
    }
  }

  private static Event<Fact> resumed(UUID ticket, int sequence) {
    return Event.of(
        "notifier", NINE.plusSeconds(sequence), sequence, new TicketResumed(ticket, NINE));
  }

  private static List<String> published(UUID ticket) {
    return publishedByKey().getOrDefault(ticket.toString(), List.of());
  }

  private static List<String> lastSaid(List<String> ids) {
    List<String> lastFirst = new ArrayList<>(ids);
    Collections.reverse(lastFirst);
    List<String> distinct = new ArrayList<>(new LinkedHashSet<>(lastFirst));
    Collections.reverse(distinct);
    return distinct;
  }

  private static Map<String, List<String>> publishedByKey() {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> record : records("timings")) {
      ids.computeIfAbsent(record.key(), key -> new ArrayList<>())
          .add(EventJson.read(Topics.TIMINGS, record.value()).id());
    }
    return ids;
  }

  /** All records of a topic up to its end as of now. */
  private static List<ConsumerRecord<String, byte[]>> records(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", sandbox.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        consumer.poll(Duration.ofMillis(50)).forEach(records::add);
      }
      return records;
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
