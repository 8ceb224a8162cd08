package dev.hourglass.slamonitor.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive while the stream can come back by itself, as during a restore; only ERROR needs a restart.
 */
@Liveness
@ApplicationScoped
class StreamAlive implements HealthCheck {

  private final KafkaStreams streams;

  StreamAlive(KafkaStreams streams) {
    this.streams = streams;
  }

  @Override
  public HealthCheckResponse call() {
    KafkaStreams.State state = streams.state();
    return HealthCheckResponse.named("stream of facts")
        .status(state != KafkaStreams.State.ERROR)
        .withData("state", state.name())
        .build();
  }
}
