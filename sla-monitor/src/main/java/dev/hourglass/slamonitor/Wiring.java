package dev.hourglass.slamonitor;

import dev.hourglass.slamonitor.gate.OwnGate;
import dev.hourglass.slamonitor.metrics.MonitorMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the parts that know nothing of the framework. */
class Wiring {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  OwnGate gate(Clock clock, MeterRegistry registry) {
    OwnGate gate = new OwnGate(clock);
    registry.gauge("sla.monitor.lag", gate, OwnGate::lag);
    return gate;
  }

  @Produces
  @Singleton
  MonitorMetrics metrics(MeterRegistry registry) {
    return new MonitorMetrics(registry);
  }
}
