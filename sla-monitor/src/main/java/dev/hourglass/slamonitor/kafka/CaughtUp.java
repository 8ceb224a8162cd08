package dev.hourglass.slamonitor.kafka;

import dev.hourglass.slamonitor.SlaMonitorConfig;
import dev.hourglass.slamonitor.gate.OwnGate;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the stream runs and has heard its input to the end: red while behind (R13). */
@Readiness
@ApplicationScoped
class CaughtUp implements HealthCheck {

  private final KafkaStreams streams;
  private final OwnGate gate;
  private final SlaMonitorConfig config;

  CaughtUp(KafkaStreams streams, OwnGate gate, SlaMonitorConfig config) {
    this.streams = streams;
    this.gate = gate;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    KafkaStreams.State state = streams.state();
    boolean caughtUp = gate.caughtUp(config.kafka().readyWithin());
    return HealthCheckResponse.named("stream of facts is heard to its end")
        .status(state == KafkaStreams.State.RUNNING && caughtUp)
        .withData("state", state.name())
        .withData("partitions", gate.partitions().size())
        .withData("lag", gate.lag())
        .build();
  }
}
