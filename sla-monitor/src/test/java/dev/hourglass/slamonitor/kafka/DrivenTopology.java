package dev.hourglass.slamonitor.kafka;

import static dev.hourglass.slamonitor.Facts.EDITION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.alert.SpokenUpTo;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.slamonitor.Facts;
import dev.hourglass.slamonitor.metrics.MonitorMetrics;
import dev.hourglass.slamonitor.ticket.Retention;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The topology under the driver's clock, with one ticket and a gate that the test opens. */
abstract class DrivenTopology {

  static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
  static final Duration HOUR = Duration.ofHours(1);
  static final Duration TICK = Duration.ofMillis(100);

  @TempDir Path stateDirectory;

  final UUID ticketId = UUID.fromString("01930000-0000-7000-8000-000000000001");
  final Facts facts = new Facts(ticketId);
  final HandGate gate = new HandGate();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final List<byte[]> buriedEditions = new ArrayList<>();
  TopologyTestDriver driver;
  Instant now = START;

  @BeforeEach
  void start() {
    driver = driver();
    hearEdition(EDITION);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  TopologyTestDriver driver() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "sla-monitor-test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    Retention retention =
        new Retention(Duration.ofDays(30), Duration.ofDays(365), Duration.ofDays(7));
    return new TopologyTestDriver(
        SlaTopology.topology(
            new Ticking(TICK, 1_000, retention),
            new Turns(Duration.ofSeconds(1), Duration.ofSeconds(1)),
            gate,
            new MonitorMetrics(registry),
            (key, value, headers) -> buriedEditions.add(value)),
        properties,
        now);
  }

  void hear(Event<?> event) {
    input().pipeInput(new TestRecord<>(key(event), EventJson.write(event), now));
  }

  void hearEdition(String name) {
    editions()
        .pipeInput(
            name.getBytes(StandardCharsets.UTF_8), EventJson.write(Facts.edition(name, START)));
  }

  TestInputTopic<byte[], byte[]> input() {
    return driver.createInputTopic("timings", new ByteArraySerializer(), new ByteArraySerializer());
  }

  TestInputTopic<byte[], byte[]> editions() {
    return driver.createInputTopic(
        "editions", new ByteArraySerializer(), new ByteArraySerializer());
  }

  void tick() {
    turnTo(now.plus(TICK));
  }

  void turnTo(Instant instant) {
    driver.advanceWallClockTime(Duration.between(now, instant));
    now = instant;
  }

  List<SlaAtRisk> warnings() {
    return read(Topics.SLA_WARNINGS).stream().map(event -> (SlaAtRisk) event.data()).toList();
  }

  List<Alert> breaches() {
    return alerts().stream().map(Event::data).toList();
  }

  List<Event<Alert>> alerts() {
    return read(Topics.SLA_BREACHES);
  }

  List<Event<ClocksChanged>> states() {
    return read(Topics.SLA_CLOCKS);
  }

  ClocksChanged lastState() {
    List<Event<ClocksChanged>> states = states();
    return states.get(states.size() - 1).data();
  }

  <D extends EventData> List<Event<D>> read(Topic<D> topic) {
    return driver
        .createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
        .readValuesToList()
        .stream()
        .map(bytes -> EventJson.read(topic, bytes))
        .toList();
  }

  List<TestRecord<byte[], byte[]>> buried() {
    return driver
        .createOutputTopic(
            "timings.sla-monitor.dlq", new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  byte[] key() {
    return ticketId.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] key(Event<?> event) {
    return event.subject().getBytes(StandardCharsets.UTF_8);
  }

  static String header(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** A gate that the test opens and shuts. */
  static final class HandGate implements dev.hourglass.slamonitor.gate.Gate {

    boolean open = true;
    SpokenUpTo spoken = SpokenUpTo.everything();

    @Override
    public void began(int partition) {
      assertThat(partition).isZero();
    }

    @Override
    public void processed(int partition, long offset) {
      assertThat(offset).isNotNegative();
    }

    @Override
    public void ended(int partition) {
      assertThat(partition).isZero();
    }

    @Override
    public Optional<Instant> heardUpTo(int partition, Instant at) {
      return open ? Optional.of(at) : Optional.empty();
    }

    @Override
    public SpokenUpTo spokenUpTo(int partition, Instant at) {
      return spoken;
    }
  }
}
