package dev.hourglass.contracts.promise;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.name;
import static dev.hourglass.contracts.Rules.rule;

import java.util.List;
import java.util.Optional;

/**
 * The targets made to one ticket.
 *
 * @param edition the edition of the policy that they, and their calendars, come from
 * @param targets at most one per metric; empty where the policy promises nothing (K1)
 */
public record Promise(String edition, List<Target> targets) {

  public Promise {
    name(edition, "edition");
    targets = listOf(targets);
    rule(
        targets.stream().map(Target::metric).distinct().count() == targets.size(),
        "a promise has at most one target per metric");
  }

  /** The target for a metric, if the promise has one. */
  public Optional<Target> target(Metric metric) {
    for (Target target : targets) {
      if (target.metric() == metric) {
        return Optional.of(target);
      }
    }
    return Optional.empty();
  }
}
