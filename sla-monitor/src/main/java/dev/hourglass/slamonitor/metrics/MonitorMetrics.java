package dev.hourglass.slamonitor.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the monitor counts. A transaction that is rolled back after it counted counts again when it
 * is repeated; the topics are what is exact.
 */
public final class MonitorMetrics {

  private final Counter breaches;
  private final Counter withdrawals;
  private final Counter warnings;
  private final Counter escalations;
  private final Counter deadLetters;
  private final Counter ignored;
  private final Counter doubted;
  private final Counter early;
  private final Counter notKept;
  private final DistributionSummary lateness;
  private final Map<Integer, Long> openClocks = new ConcurrentHashMap<>();
  private final Map<Integer, Long> unresolved = new ConcurrentHashMap<>();
  private final Map<Integer, Long> held = new ConcurrentHashMap<>();

  public MonitorMetrics(MeterRegistry registry) {
    breaches = counter(registry, "breaches", "Breaches said");
    withdrawals = counter(registry, "breaches.withdrawn", "Breaches taken back");
    warnings = counter(registry, "warnings", "Warnings said");
    escalations = counter(registry, "escalations", "Levels of escalation said");
    deadLetters = counter(registry, "dead.letters", "Records that could not be read");
    ignored = counter(registry, "facts.ignored", "Facts heard before, or of tickets long over");
    doubted = counter(registry, "facts.doubted", "Facts that claimed to come from the future");
    early = counter(registry, "facts.early", "Facts dated before their ticket was received");
    notKept = counter(registry, "facts.not.kept", "Facts that the database does not take");
    lateness =
        DistributionSummary.builder("sla.monitor.breach.lateness")
            .description("How long after its deadline a breach was said")
            .baseUnit("milliseconds")
            .serviceLevelObjectives(100, 250, 500, 1_000, 5_000, 60_000)
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    registry.gauge("sla.monitor.clocks.open", openClocks, MonitorMetrics::sum);
    registry.gauge("sla.monitor.tickets.unresolved", unresolved, MonitorMetrics::sum);
    registry.gauge("sla.monitor.tickets.held", held, MonitorMetrics::sum);
  }

  public void breached(long latenessMillis) {
    breaches.increment();
    lateness.record(Math.max(0, latenessMillis));
  }

  public void withdrawn() {
    withdrawals.increment();
  }

  public void warned() {
    warnings.increment();
  }

  public void escalated() {
    escalations.increment();
  }

  public void deadLetter() {
    deadLetters.increment();
  }

  public void ignored() {
    ignored.increment();
  }

  public void doubted() {
    doubted.increment();
  }

  public void early(int facts) {
    early.increment(facts);
  }

  public void notKept() {
    notKept.increment();
  }

  /** What one partition holds now. */
  public void holds(int partition, long open, long unresolvedTickets, long heldTickets) {
    openClocks.put(partition, open);
    unresolved.put(partition, unresolvedTickets);
    held.put(partition, heldTickets);
  }

  /** Another instance keeps the partition now. */
  public void forget(int partition) {
    openClocks.remove(partition);
    unresolved.remove(partition);
    held.remove(partition);
  }

  private static double sum(Map<Integer, Long> partitions) {
    return partitions.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder("sla.monitor." + name).description(description).register(registry);
  }
}
