package dev.hourglass.slamonitor.kafka;

import static dev.hourglass.slamonitor.Facts.EDITION;

import dev.hourglass.clocks.alert.SpokenUpTo;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.slamonitor.Facts;
import dev.hourglass.slamonitor.gate.Gate;
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
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.io.TempDir;

/** Keepers, one after the other, on the same stores, with gates that the test opens. */
abstract class DrivenKeeper {

  static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
  static final Duration HOUR = Duration.ofHours(1);
  static final Ticking TICKING =
      new Ticking(
          Duration.ofMillis(100),
          1_000,
          new Retention(Duration.ofDays(30), Duration.ofDays(365), Duration.ofDays(7)));

  @TempDir Path directory;

  final List<StateStore> stores = new ArrayList<>();
  MockProcessorContext<Object, Object> context;
  ClockKeeper keeper;
  SpokenUpTo spoken = SpokenUpTo.everything();

  ClocksChanged lastState() {
    List<ClocksChanged> states = said(ClocksChanged.class);
    return states.get(states.size() - 1);
  }

  /** A keeper that knows what the stores hold, as after a restart. */
  void start() {
    context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), directory.toFile());
    if (stores.isEmpty()) {
      createStores();
    }
    stores.forEach(context::addStateStore);
    keeper =
        new ClockKeeper(
            TICKING,
            new Turns(Duration.ofSeconds(1), Duration.ofSeconds(1)),
            new OpenGate(),
            new MonitorMetrics(new SimpleMeterRegistry()));
    keeper.init(context);
  }

  private void createStores() {
    stores.add(store(SlaTopology.TICKETS, Serdes.String(), TicketBytes.records()));
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

  void hear(Event<Fact> event) {
    ShelvedFact kept = new ShelvedFact(HeardFact.of(event, event.time()), EventJson.write(event));
    keeper.process(new Record<>(event.subject(), kept, event.time().toEpochMilli()));
  }

  void tickAt(Instant instant) {
    context.setCurrentSystemTimeMs(instant.toEpochMilli());
    context
        .scheduledPunctuators()
        .forEach(scheduled -> scheduled.getPunctuator().punctuate(instant.toEpochMilli()));
  }

  <A> List<A> said(Class<A> type) {
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
