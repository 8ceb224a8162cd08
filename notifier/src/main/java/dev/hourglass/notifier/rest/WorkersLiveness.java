package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.DeliveryLoop;
import dev.hourglass.notifier.NotifierConfig;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive as long as some delivery worker comes back from its attempts, whatever came of them. */
@Liveness
public class WorkersLiveness implements HealthCheck {

  private static final Duration GRACE = Duration.ofMinutes(2);

  private final DeliveryLoop loop;
  private final NotifierConfig config;
  private final Clock clock;

  WorkersLiveness(DeliveryLoop loop, NotifierConfig config, Clock clock) {
    this.loop = loop;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    Duration silent = Duration.between(loop.lastRun(), clock.instant());
    boolean up = silent.compareTo(config.delivery().timeout().plus(GRACE)) < 0;
    return HealthCheckResponse.named("delivery workers").status(up).build();
  }
}
