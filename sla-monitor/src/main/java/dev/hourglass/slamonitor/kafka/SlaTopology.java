package dev.hourglass.slamonitor.kafka;

import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.kafka.EventSerializer;
import dev.hourglass.slamonitor.gate.Gate;
import dev.hourglass.slamonitor.metrics.MonitorMetrics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * The flow of facts through Kafka Streams.
 *
 * <pre>
 * timings ─ hear-facts ─ read-facts ─┬─ keep-clocks ─┬─ say-warnings ─ sla-warnings
 *                                    │               ├─ say-breaches ─ sla-breaches
 *                                    │               └─ say-clocks ─── sla-clocks
 *                                    └─ bury-facts ── timings.sla-monitor.dlq
 * editions ─ hear-editions ─ keep-editions (global store)
 * </pre>
 */
final class SlaTopology {

  static final String HEAR_FACTS = "hear-facts";
  static final String READ_FACTS = "read-facts";
  static final String KEEP_CLOCKS = "keep-clocks";
  static final String SAY_WARNINGS = "say-warnings";
  static final String SAY_BREACHES = "say-breaches";
  static final String SAY_CLOCKS = "say-clocks";
  static final String FACT_DEAD_LETTERS = "bury-facts";
  static final String HEAR_EDITIONS = "hear-editions";
  static final String KEEP_EDITIONS = "keep-editions";

  static final String TICKETS = "tickets";
  static final String FACTS = "facts";
  static final String DUE = "due";
  static final String UNRESOLVED = "unresolved";
  static final String EDITIONS = "editions";

  private SlaTopology() {}

  static Topology topology(
      Ticking ticking,
      Turns turns,
      Gate gate,
      MonitorMetrics metrics,
      EditionDeadLetters deadLetters) {
    Topology topology = new Topology();
    // In memory: a few editions, read anew at each start, so that no checkpoint can be wrong.
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    topology.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(EDITIONS), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled(),
        HEAR_EDITIONS,
        new HeardAt(),
        bytes,
        bytes,
        Topics.EDITIONS.name(),
        KEEP_EDITIONS,
        () -> new EditionReader(deadLetters, metrics));
    topology.addSource(
        AutoOffsetReset.earliest(), HEAR_FACTS, new HeardAt(), bytes, bytes, Topics.TIMINGS.name());
    topology.addProcessor(READ_FACTS, () -> new FactReader(gate, metrics), HEAR_FACTS);
    topology.addProcessor(
        KEEP_CLOCKS, () -> new ClockKeeper(ticking, turns, gate, metrics), READ_FACTS);
    addStores(topology);
    addSinks(topology);
    return topology;
  }

  private static void addStores(Topology topology) {
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(TICKETS), Serdes.String(), TicketBytes.records()),
        KEEP_CLOCKS);
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(FACTS), Serdes.String(), Serdes.ByteArray()),
        KEEP_CLOCKS);
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(DUE), Serdes.Bytes(), Serdes.ByteArray()),
        KEEP_CLOCKS);
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(UNRESOLVED), Serdes.String(), Serdes.String()),
        KEEP_CLOCKS);
  }

  private static void addSinks(Topology topology) {
    StringSerializer ids = new StringSerializer();
    EventSerializer<?> events = new EventSerializer<>();
    topology.addSink(SAY_WARNINGS, Topics.SLA_WARNINGS.name(), ids, events, KEEP_CLOCKS);
    topology.addSink(SAY_BREACHES, Topics.SLA_BREACHES.name(), ids, events, KEEP_CLOCKS);
    topology.addSink(SAY_CLOCKS, Topics.SLA_CLOCKS.name(), ids, events, KEEP_CLOCKS);
    topology.addSink(
        FACT_DEAD_LETTERS,
        Topics.TIMINGS.deadLetters(Topics.SLA_MONITOR),
        new ByteArraySerializer(),
        new ByteArraySerializer(),
        READ_FACTS,
        KEEP_CLOCKS);
  }
}
