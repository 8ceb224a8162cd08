package dev.hourglass.slamonitor.kafka;

import static dev.hourglass.slamonitor.Facts.EDITION;
import static dev.hourglass.slamonitor.Facts.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.RiskReason;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.WithdrawnBecause;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.Metric;
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
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlaTopologyTest {

  private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration TICK = Duration.ofMillis(100);

  @TempDir Path stateDirectory;

  private final UUID ticketId = UUID.fromString("01930000-0000-7000-8000-000000000001");
  private final Facts facts = new Facts(ticketId);
  private final HandGate gate = new HandGate();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<byte[]> buriedEditions = new ArrayList<>();
  private TopologyTestDriver driver;
  private Instant now = START;

  @BeforeEach
  void start() {
    driver = driver();
    hearEdition(EDITION);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void saysAtTheWarningPointAndAfterTheDeadlineAndNeverBefore() {
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));

    turnTo(START.plus(HOUR.dividedBy(2)).minusMillis(1));
    assertThat(warnings()).isEmpty();
    turnTo(START.plus(HOUR.dividedBy(2)));
    assertThat(warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.level()).isEqualTo(1);
              assertThat(warning.reason()).isEqualTo(RiskReason.WARNING_POINT);
              assertThat(warning.latenessMillis()).isZero();
            });

    turnTo(START.plus(HOUR));
    assertThat(breaches()).isEmpty();
    turnTo(START.plus(HOUR).plusMillis(100));
    assertThat(breaches())
        .singleElement()
        .isInstanceOfSatisfying(
            SlaBreached.class,
            breach -> {
              assertThat(breach.deadline()).isEqualTo(START.plus(HOUR));
              assertThat(breach.latenessMillis()).isEqualTo(100);
              assertThat(breach.late()).isFalse();
              assertThat(breach.evidence()).isEqualTo(Evidence.COMPLETE);
            });

    turnTo(START.plus(HOUR.multipliedBy(5)));
    assertThat(warnings()).isEmpty();
    assertThat(breaches()).isEmpty();
  }

  @Test
  void aReplyAtTheVeryDeadlineIsInTime() {
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    turnTo(START.plus(HOUR));
    hear(facts.replied(START.plus(HOUR)));
    turnTo(START.plus(HOUR).plusSeconds(10));

    assertThat(breaches()).isEmpty();
    assertThat(lastState().clocks().get(0).status()).isEqualTo(ClockStatus.MET);
  }

  @Test
  void aBreachIsWithdrawnWhenAReplyInTimeIsHeardOfLate() {
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    turnTo(START.plus(HOUR).plusSeconds(5));
    Event<Alert> breach = alerts().get(0);

    hear(facts.replied(START.plusSeconds(60)));
    tick();

    assertThat(alerts())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.sequence()).isEqualTo(2);
              SlaBreachWithdrawn withdrawn = (SlaBreachWithdrawn) event.data();
              assertThat(withdrawn.breachId()).isEqualTo(breach.id());
              assertThat(withdrawn.because()).isEqualTo(WithdrawnBecause.STOPPED_IN_TIME);
            });
  }

  @Test
  @DisplayName("R13: nothing is said while the gate is shut, and late but true once it opens")
  void waitsForTheGate() {
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    tick();
    gate.open = false;
    turnTo(START.plus(HOUR).plusSeconds(1_800));
    assertThat(breaches()).isEmpty();
    gate.open = true;
    tick();
    assertThat(breaches())
        .singleElement()
        .isInstanceOfSatisfying(
            SlaBreached.class,
            breach -> {
              assertThat(breach.deadline()).isEqualTo(START.plus(HOUR));
              assertThat(breach.late()).isTrue();
            });
  }

  @Test
  void aTicketWithoutAPromiseIsSaidAfterAMinute() {
    hear(facts.received(START));
    turnTo(START.plusMillis(59_900));
    assertThat(warnings()).isEmpty();
    turnTo(START.plusSeconds(60));
    assertThat(warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.reason()).isEqualTo(RiskReason.NO_PROMISE));
    turnTo(START.plusSeconds(600));
    assertThat(warnings()).isEmpty();

    hear(facts.promised(now, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    tick();
    assertThat(lastState().clocks().get(0).deadline()).isEqualTo(START.plus(HOUR));
  }

  @Test
  void whatIsNoFactGoesToTheDeadLettersAndTheNextIsRead() {
    input().pipeInput(new TestRecord<>(key(), "no json".getBytes(StandardCharsets.UTF_8), now));
    input().pipeInput(new TestRecord<>(key(), null, now));
    input().pipeInput(new TestRecord<>(key(), new byte[] {(byte) 0xff, 0}, now));
    byte[] foreign = "another-key".getBytes(StandardCharsets.UTF_8);
    input().pipeInput(new TestRecord<>(foreign, EventJson.write(facts.received(START)), now));
    hear(facts.received(START));
    tick();

    List<TestRecord<byte[], byte[]>> buried =
        driver
            .createOutputTopic(
                "timings.sla-monitor.dlq", new ByteArrayDeserializer(), new ByteArrayDeserializer())
            .readRecordsToList();
    assertThat(buried).hasSize(4);
    assertThat(header(buried.get(1).headers(), "dead-letter-reason"))
        .isEqualTo("the record has no value");
    assertThat(header(buried.get(3).headers(), "dead-letter-topic")).isEqualTo("timings");
    assertThat(lastState().ticketId()).isEqualTo(ticketId);
  }

  @Test
  void theSameEventTwiceChangesNothing() {
    Event<?> received = facts.received(START);
    Event<?> promised = facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR));
    hear(received);
    hear(promised);
    tick();
    lastState();
    hear(received);
    hear(promised);
    turnTo(START.plusSeconds(10));
    assertThat(states()).isEmpty();
  }

  @Test
  void aTicketWaitsForItsCalendar() {
    hear(facts.received(START));
    hear(facts.promised(START, "not-yet", target(Metric.FIRST_REPLY, HOUR)));
    turnTo(START.plus(HOUR).plusSeconds(10));
    assertThat(breaches()).isEmpty();
    assertThat(registry.get("sla.monitor.tickets.unresolved").gauge().value()).isEqualTo(1);

    hearEdition("not-yet");
    tick();
    assertThat(breaches()).hasSize(1);
    assertThat(registry.get("sla.monitor.tickets.unresolved").gauge().value()).isZero();
  }

  @Test
  void anEditionIsImmutableAndABadOneIsBuried() {
    editions().pipeInput("bad".getBytes(StandardCharsets.UTF_8), new byte[] {'{'});
    assertThat(buriedEditions).hasSize(1);
  }

  @Test
  void aClosedTicketShrinksToAMarkerAndLeavesTheCompactedTopic() {
    hear(facts.received(START));
    turnTo(START.plusSeconds(60));
    hear(facts.closed(now));
    turnTo(START.plus(Duration.ofDays(30)));
    assertThat(lastState()).isNotNull();
    turnTo(START.plus(Duration.ofDays(30)).plusSeconds(60));
    assertThat(
            driver
                .createOutputTopic(
                    "sla-clocks", new StringDeserializer(), new ByteArrayDeserializer())
                .readKeyValue()
                .value)
        .isNull();

    hear(facts.replied(START.plusSeconds(70)));
    tick();
    assertThat(states()).isEmpty();
  }

  @Test
  void factsOfATicketNeverReceivedAreBuriedAfterAWeek() {
    hear(facts.replied(START));
    turnTo(START.plus(Duration.ofDays(7)).minusMillis(1));
    TestOutputTopic<byte[], byte[]> buried =
        driver.createOutputTopic(
            "timings.sla-monitor.dlq", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    assertThat(buried.isEmpty()).isTrue();
    turnTo(START.plus(Duration.ofDays(7)).plusMillis(100));
    TestRecord<byte[], byte[]> record = buried.readRecord();
    assertThat(header(record.headers(), "dead-letter-reason"))
        .isEqualTo("the ticket was never received");
    assertThat(EventJson.read(Topics.TIMINGS, record.value()).data().ticketId())
        .isEqualTo(ticketId);
  }

  private TopologyTestDriver driver() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "sla-monitor-test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    Retention retention =
        new Retention(Duration.ofDays(30), Duration.ofDays(365), Duration.ofDays(7));
    return new TopologyTestDriver(
        SlaTopology.topology(
            new Ticking(TICK, 1_000, Duration.ofSeconds(1), retention),
            gate,
            new MonitorMetrics(registry),
            (key, value, headers) -> buriedEditions.add(value)),
        properties,
        now);
  }

  private void hear(Event<?> event) {
    input().pipeInput(new TestRecord<>(key(event), EventJson.write(event), now));
  }

  private void hearEdition(String name) {
    editions()
        .pipeInput(
            name.getBytes(StandardCharsets.UTF_8), EventJson.write(Facts.edition(name, START)));
  }

  private TestInputTopic<byte[], byte[]> input() {
    return driver.createInputTopic("timings", new ByteArraySerializer(), new ByteArraySerializer());
  }

  private TestInputTopic<byte[], byte[]> editions() {
    return driver.createInputTopic(
        "editions", new ByteArraySerializer(), new ByteArraySerializer());
  }

  private void tick() {
    turnTo(now.plus(TICK));
  }

  private void turnTo(Instant instant) {
    driver.advanceWallClockTime(Duration.between(now, instant));
    now = instant;
  }

  private List<SlaAtRisk> warnings() {
    return read(Topics.SLA_WARNINGS).stream().map(event -> (SlaAtRisk) event.data()).toList();
  }

  private List<Alert> breaches() {
    return alerts().stream().map(Event::data).toList();
  }

  private List<Event<Alert>> alerts() {
    return read(Topics.SLA_BREACHES);
  }

  private List<Event<ClocksChanged>> states() {
    return read(Topics.SLA_CLOCKS);
  }

  private ClocksChanged lastState() {
    List<Event<ClocksChanged>> states = states();
    return states.get(states.size() - 1).data();
  }

  private <D extends EventData> List<Event<D>> read(Topic<D> topic) {
    return driver
        .createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
        .readValuesToList()
        .stream()
        .map(bytes -> EventJson.read(topic, bytes))
        .toList();
  }

  private byte[] key() {
    return ticketId.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] key(Event<?> event) {
    return event.subject().getBytes(StandardCharsets.UTF_8);
  }

  private static String header(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** A gate that the test opens and shuts. */
  private static final class HandGate implements dev.hourglass.slamonitor.gate.Gate {

    private boolean open = true;

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
  }
}
