package dev.hourglass.clocks.alert;

import static dev.hourglass.contracts.Rules.listOf;

import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.contracts.promise.Metric;
import java.util.List;
import java.util.Optional;

/** What has been said about one ticket so far. */
public record Said(boolean noPromise, List<SaidWarning> warnings, List<SaidBreach> breaches) {

  public Said {
    warnings = listOf(warnings);
    breaches = listOf(breaches);
  }

  public static Said nothing() {
    return new Said(false, List.of(), List.of());
  }

  /** The last breach said of a clock, standing or withdrawn. */
  public Optional<SaidBreach> breach(Metric metric, int cycle) {
    return breaches.stream()
        .filter(breach -> breach.metric() == metric && breach.cycle() == cycle)
        .findFirst();
  }

  boolean warned(SlaClock clock, int level) {
    return warnings.stream().anyMatch(said -> said.level() == level && said.isOf(clock));
  }
}
