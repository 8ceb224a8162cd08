package dev.hourglass.slamonitor.kafka;

import dev.hourglass.slamonitor.SlaMonitorConfig;
import dev.hourglass.slamonitor.gate.OwnGate;
import dev.hourglass.slamonitor.gate.SpeakersGate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the stream runs and has heard its input to the end: red while behind (R13). Speakers
 * that hold alerts back are named; without them the monitor itself is well.
 */
@Readiness
@ApplicationScoped
class CaughtUp implements HealthCheck {

  private final KafkaStreams streams;
  private final OwnGate gate;
  private final SpeakersGate speakers;
  private final SlaMonitorConfig config;
  private final Clock clock;

  CaughtUp(
      KafkaStreams streams,
      OwnGate gate,
      SpeakersGate speakers,
      SlaMonitorConfig config,
      Clock clock) {
    this.streams = streams;
    this.gate = gate;
    this.speakers = speakers;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    KafkaStreams.State state = streams.state();
    boolean caughtUp = gate.caughtUp(config.kafka().readyWithin());
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("stream of facts is heard to its end")
            .status(state == KafkaStreams.State.RUNNING && caughtUp)
            .withData("state", state.name())
            .withData("partitions", gate.partitions().size())
            .withData("lag", gate.lag());
    speakers
        .missing(clock.instant().minus(config.kafka().readyWithin()))
        .forEach((speaker, upTo) -> answer.withData("not heard: " + speaker, heard(upTo)));
    return answer.build();
  }

  private static String heard(Instant upTo) {
    return upTo.equals(Instant.MIN) ? "never" : "since " + upTo;
  }
}
