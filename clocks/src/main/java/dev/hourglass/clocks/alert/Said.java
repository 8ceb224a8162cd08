package dev.hourglass.clocks.alert;

import static dev.hourglass.contracts.Rules.listOf;

import dev.hourglass.clocks.clock.Escalation;
import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.contracts.promise.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been said about one ticket so far. */
public record Said(
    boolean noPromise,
    List<SaidWarning> warnings,
    List<SaidBreach> breaches,
    List<SaidEscalation> escalations) {

  public Said {
    warnings = listOf(warnings);
    breaches = listOf(breaches);
    // What was kept before there were any says nothing of them.
    escalations = listOf(escalations);
  }

  public static Said nothing() {
    return new Said(false, List.of(), List.of(), List.of());
  }

  /** The last breach said of a clock, standing or withdrawn. */
  public Optional<SaidBreach> breach(Metric metric, int cycle) {
    return breaches.stream()
        .filter(breach -> breach.metric() == metric && breach.cycle() == cycle)
        .findFirst();
  }

  /** With breaches that were prepared and have been said since. */
  public Said andSaid(List<PreparedBreach> prepared) {
    Map<String, SaidBreach> all = new LinkedHashMap<>();
    breaches.forEach(breach -> all.put(breach.clock(), breach));
    prepared.forEach(breach -> all.put(breach.said().clock(), breach.said()));
    return new Said(noPromise, warnings, List.copyOf(all.values()), escalations);
  }

  boolean warned(SlaClock clock, int level) {
    return warnings.stream().anyMatch(said -> said.level() == level && said.clock().is(clock));
  }

  boolean escalated(SlaClock clock, Escalation escalation) {
    return escalations.stream()
        .anyMatch(
            said ->
                said.level() == escalation.level()
                    && said.repetition() == escalation.repetition()
                    && said.clock().is(clock));
  }
}
