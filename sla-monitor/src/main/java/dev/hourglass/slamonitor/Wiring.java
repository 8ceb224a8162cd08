package dev.hourglass.slamonitor;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.contracts.Topics;
import dev.hourglass.slamonitor.gate.OwnGate;
import dev.hourglass.slamonitor.gate.SpeakersGate;
import dev.hourglass.slamonitor.ledger.AlertLog;
import dev.hourglass.slamonitor.ledger.FactLog;
import dev.hourglass.slamonitor.ledger.Ledgers;
import dev.hourglass.slamonitor.metrics.MonitorMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Supplier;

/** Makes the parts that know nothing of the framework. */
class Wiring {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  OwnGate gate(SlaMonitorConfig config, Clock clock, MeterRegistry registry) {
    OwnGate gate = new OwnGate(clock, config.alert().holdAtMost());
    registry.gauge("sla.monitor.lag", gate, OwnGate::lag);
    return gate;
  }

  @Produces
  @Singleton
  SpeakersGate speakers() {
    return new SpeakersGate(Topics.TIMINGS.speakers(), Topics.NOTIFIER);
  }

  @Produces
  @Singleton
  Ledgers ledgers(FactLog facts, AlertLog alerts, Supplier<Calendars> calendars) {
    return new Ledgers(facts, alerts, calendars);
  }

  @Produces
  @Singleton
  MonitorMetrics metrics(MeterRegistry registry) {
    return new MonitorMetrics(registry);
  }
}
