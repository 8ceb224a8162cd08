package dev.hourglass.slamonitor.kafka;

import static dev.hourglass.slamonitor.Facts.EDITION;
import static dev.hourglass.slamonitor.Facts.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.alert.SpokenUpTo;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.slamonitor.Facts;
import dev.hourglass.slamonitor.gate.Gate;
import dev.hourglass.slamonitor.json.TicketJson;
import dev.hourglass.slamonitor.metrics.MonitorMetrics;
import dev.hourglass.slamonitor.ticket.Retention;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keepers, one after the other, on the same stores. */
class ClockKeeperTest {

  private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Ticking TICKING =
      new Ticking(
          Duration.ofMillis(100),
          1_000,
          Duration.ofSeconds(1),
          new Retention(Duration.ofDays(30), Duration.ofDays(365), Duration.ofDays(7)));

  @TempDir Path directory;

  private final List<StateStore> stores = new ArrayList<>();
  private MockProcessorContext<Object, Object> context;
  private ClockKeeper keeper;
  private SpokenUpTo spoken = SpokenUpTo.everything();

  @Test
  @DisplayName("R13: a restart goes on where it ended, says what it missed once and nothing twice")
  void goesOnWhereItEnded() {
    Facts facts = new Facts(UUID.randomUUID());
    start();
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    tickAt(START.plus(Duration.ofMinutes(45)));
    assertThat(said(SlaAtRisk.class)).hasSize(1);

    start();
    tickAt(START.plus(HOUR));
    assertThat(said(SlaAtRisk.class)).isEmpty();
    assertThat(said(SlaBreached.class)).isEmpty();

    start();
    tickAt(START.plus(HOUR.multipliedBy(2)));
    assertThat(said(SlaBreached.class))
        .singleElement()
        .satisfies(
            breach -> {
              assertThat(breach.deadline()).isEqualTo(START.plus(HOUR));
              assertThat(breach.late()).isTrue();
            });

    start();
    tickAt(START.plus(HOUR.multipliedBy(3)));
    assertThat(said(SlaBreached.class)).isEmpty();
  }

  @Test
  @DisplayName("R13: a breach waits for a silent speaker, through a restart, and is said once")
  void holdsABreachUntilTheSpeakersAreHeard() {
    Facts facts = new Facts(UUID.randomUUID());
    spoken = new SpokenUpTo(START, START, START);
    start();
    hear(facts.received(START));
    hear(
        facts.promised(
            START,
            EDITION,
            target(Metric.FIRST_REPLY, HOUR),
            target(Metric.RESTORATION, HOUR.multipliedBy(3))));
    tickAt(START.plus(HOUR).plusMillis(100));
    assertThat(said(SlaBreached.class)).isEmpty();
    assertThat(lastState().clocks()).noneMatch(clock -> clock.status() == ClockStatus.BREACHED);

    start();
    tickAt(START.plus(HOUR).plusMillis(200));
    tickAt(START.plus(HOUR.multipliedBy(3).dividedBy(2)));
    assertThat(said(SlaBreached.class)).isEmpty();
    assertThat(said(SlaAtRisk.class)).as("a warning does not wait").hasSize(1);

    spoken = new SpokenUpTo(START, START.plus(HOUR).plusMillis(1), START);
    tickAt(START.plus(HOUR.multipliedBy(3).dividedBy(2)).plusMillis(100));
    assertThat(said(SlaBreached.class))
        .singleElement()
        .satisfies(breach -> assertThat(breach.evidence()).isEqualTo(Evidence.COMPLETE));
    assertThat(lastState().clocks()).anyMatch(clock -> clock.status() == ClockStatus.BREACHED);
    tickAt(START.plus(HOUR.multipliedBy(3).dividedBy(2)).plusMillis(200));
    assertThat(said(SlaBreached.class)).hasSize(1);
  }

  @Test
  @DisplayName("R13: a mail relay that is slow holds up the confirmation's breach and no other")
  void holdsOnlyWhatTheSilentSpeakerCanKeep() {
    Facts facts = new Facts(UUID.randomUUID());
    Instant after = START.plus(HOUR).plusMillis(1);
    spoken = new SpokenUpTo(START, after, START);
    start();
    hear(facts.received(START));
    hear(
        facts.promised(
            START, EDITION, target(Metric.CONFIRMATION, HOUR), target(Metric.FIRST_REPLY, HOUR)));
    tickAt(START.plus(HOUR).plusSeconds(2));
    assertThat(said(SlaBreached.class))
        .singleElement()
        .satisfies(breach -> assertThat(breach.metric()).isEqualTo(Metric.FIRST_REPLY));
    assertThat(lastState().clocks())
        .filteredOn(clock -> clock.status() == ClockStatus.BREACHED)
        .extracting(ClockState::metric)
        .containsExactly(Metric.FIRST_REPLY);

    spoken = new SpokenUpTo(after, after, START);
    tickAt(START.plus(HOUR).plusSeconds(3));
    assertThat(said(SlaBreached.class))
        .extracting(SlaBreached::metric)
        .containsExactly(Metric.FIRST_REPLY, Metric.CONFIRMATION);
  }

  @Test
  @DisplayName("R13: a fact that a held breach waited for keeps the promise, and nothing is said")
  void aFactThatComesWhileTheBreachIsHeldKeepsThePromise() {
    Facts facts = new Facts(UUID.randomUUID());
    spoken = new SpokenUpTo(START, START, START);
    start();
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    tickAt(START.plus(HOUR).plusSeconds(1));
    hear(facts.replied(START.plus(HOUR)));
    spoken = SpokenUpTo.everything();
    tickAt(START.plus(HOUR).plusSeconds(2));

    assertThat(said(SlaBreached.class)).isEmpty();
    assertThat(lastState().clocks().get(0).status()).isEqualTo(ClockStatus.MET);
  }

  @Test
  @DisplayName("R13: a breach is not held for ever, and says that its evidence is incomplete")
  void saysAHeldBreachOnIncompleteEvidence() {
    Facts facts = new Facts(UUID.randomUUID());
    spoken = new SpokenUpTo(START, START, START);
    start();
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    tickAt(START.plus(HOUR).plusSeconds(59));
    assertThat(said(SlaBreached.class)).isEmpty();

    spoken = new SpokenUpTo(START, START, START.plus(HOUR).plusMillis(1));
    tickAt(START.plus(HOUR).plusSeconds(60));
    assertThat(said(SlaBreached.class))
        .singleElement()
        .satisfies(breach -> assertThat(breach.evidence()).isEqualTo(Evidence.INCOMPLETE));
  }

  @Test
  @DisplayName("a ticket with ten thousand facts is kept and looked at like any other")
  void keepsThousandsOfFacts() {
    Facts facts = new Facts(UUID.randomUUID());
    start();
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.RESTORATION, HOUR)));
    for (int i = 0; i < 10_000; i++) {
      hear(facts.replied(START));
      if (i % 100 == 0) {
        tickAt(START.plusSeconds(i / 100));
      }
    }

    start();
    tickAt(START.plus(HOUR.multipliedBy(2)));

    assertThat(said(SlaBreached.class)).hasSize(1);
    assertThat(lastState().facts()).isEqualTo(10_002);
  }

  private ClocksChanged lastState() {
    List<ClocksChanged> states = said(ClocksChanged.class);
    return states.get(states.size() - 1);
  }

  private void start() {
    context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), directory.toFile());
    if (stores.isEmpty()) {
      createStores();
    }
    stores.forEach(context::addStateStore);
    keeper =
        new ClockKeeper(
            TICKING,
            new Turns(TICKING.longestRound()),
            new OpenGate(),
            new MonitorMetrics(new SimpleMeterRegistry()));
    keeper.init(context);
  }

  private void createStores() {
    stores.add(store(SlaTopology.TICKETS, Serdes.String(), TicketJson.records()));
    stores.add(store(SlaTopology.FACTS, Serdes.String(), Serdes.ByteArray()));
    stores.add(store(SlaTopology.DUE, Serdes.Bytes(), Serdes.ByteArray()));
    stores.add(store(SlaTopology.UNRESOLVED, Serdes.String(), Serdes.String()));
    KeyValueStore<String, byte[]> editions =
        store(SlaTopology.EDITIONS, Serdes.String(), Serdes.ByteArray());
    editions.put(EDITION, EventJson.write(Facts.edition(EDITION, START)));
    stores.add(editions);
  }

  private <K, V> KeyValueStore<K, V> store(String name, Serde<K> keys, Serde<V> values) {
    KeyValueStore<K, V> store =
        Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), keys, values)
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    return store;
  }

  private void hear(Event<Fact> event) {
    KeptFact kept = new KeptFact(HeardFact.of(event, event.time()), EventJson.write(event));
    keeper.process(new Record<>(event.subject(), kept, event.time().toEpochMilli()));
  }

  private void tickAt(Instant instant) {
    context.setCurrentSystemTimeMs(instant.toEpochMilli());
    context
        .scheduledPunctuators()
        .forEach(scheduled -> scheduled.getPunctuator().punctuate(instant.toEpochMilli()));
  }

  private <A> List<A> said(Class<A> type) {
    return context.forwarded().stream()
        .map(forward -> ((Event<?>) forward.record().value()).data())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** An own gate that is always open. */
  private final class OpenGate implements Gate {

    @Override
    public void began(int partition) {
      throw new AssertionError("the keeper does not begin a partition");
    }

    @Override
    public void processed(int partition, long offset) {
      throw new AssertionError("the keeper does not know offsets");
    }

    @Override
    public void ended(int partition) {
      throw new AssertionError("the keeper does not end a partition");
    }

    @Override
    public Optional<Instant> heardUpTo(int partition, Instant now) {
      return Optional.of(now);
    }

    @Override
    public SpokenUpTo spokenUpTo(int partition, Instant now) {
      return spoken;
    }
  }
}
