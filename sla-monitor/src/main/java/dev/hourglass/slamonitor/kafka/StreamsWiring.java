package dev.hourglass.slamonitor.kafka;

import dev.hourglass.contracts.Topics;
import dev.hourglass.slamonitor.SlaMonitorConfig;
import dev.hourglass.slamonitor.gate.OwnGate;
import dev.hourglass.slamonitor.gate.SpeakersGate;
import dev.hourglass.slamonitor.metrics.MonitorMetrics;
import dev.hourglass.slamonitor.ticket.Retention;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/** Puts the stream together. */
@ApplicationScoped
class StreamsWiring {

  private static final Logger LOG = Logger.getLogger(StreamsWiring.class);

  private static final Duration COURTESY = Duration.ofSeconds(3);

  private final SlaMonitorConfig config;
  private final Map<String, Object> broker;
  private EndOffsets endOffsets;
  private ProgressEar progress;
  private KafkaProducer<byte[], byte[]> deadLetters;

  StreamsWiring(
      SlaMonitorConfig config, @Identifier("default-kafka-broker") Map<String, Object> broker) {
    this.config = config;
    this.broker = broker;
  }

  void start(@Observes StartupEvent event, OwnGate gate, SpeakersGate speakers, Clock clock) {
    Map<String, Object> alone = clientConfig("progress");
    alone.remove("group.id");
    alone.put("enable.auto.commit", "false");
    endOffsets = new EndOffsets(Admin.create(clientConfig("end-offsets")), gate, speakers, clock);
    endOffsets.askEvery(config.kafka().endOffsetsEvery());
    progress = new ProgressEar(alone, speakers, endOffsets::askSoon, clock);
    progress.start();
  }

  void stop(@Observes ShutdownEvent event) {
    progress.close();
    endOffsets.close();
    if (deadLetters != null) {
      deadLetters.close();
    }
  }

  @Produces
  @Singleton
  Topology topology(Turns turns, OwnGate gate, MonitorMetrics metrics) {
    deadLetters =
        new KafkaProducer<>(
            clientConfig("edition-dead-letters"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    Ticking ticking =
        new Ticking(
            config.kafka().tick(),
            config.kafka().mostPerTick(),
            new Retention(
                config.ticket().keptAfterEnd(),
                config.ticket().markerKept(),
                config.ticket().orphansKept()));
    return SlaTopology.topology(ticking, turns, gate, metrics, editionDeadLetters());
  }

  @Produces
  @Singleton
  Turns turns() {
    return new Turns(config.kafka().longestRound(), COURTESY);
  }

  @Produces
  @Singleton
  KafkaClientSupplier clients(OwnGate gate) {
    return new WatchedClients(gate);
  }

  @Produces
  @Singleton
  StreamsUncaughtExceptionHandler failures(Clock clock) {
    return new StreamsFailures(clock);
  }

  private EditionDeadLetters editionDeadLetters() {
    String topic = Topics.EDITIONS.deadLetters(Topics.SLA_MONITOR);
    return (key, value, headers) ->
        deadLetters.send(
            new ProducerRecord<>(topic, null, null, key, value, headers),
            (sent, failure) -> {
              if (failure != null) {
                LOG.error("A record that is no edition did not reach the dead letters", failure);
              }
            });
  }

  private Map<String, Object> clientConfig(String purpose) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put("client.id", Topics.SLA_MONITOR + "-" + purpose);
    return settings;
  }
}
