package dev.hourglass.policy.yaml;

import dev.hourglass.contracts.promise.EscalationLevel;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.policy.promise.EscalationRule;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The levels of escalation of the document (R22). */
final class EscalationSection {

  private EscalationSection() {}

  static List<EscalationRule> escalation(YamlNode root) {
    return root.list("escalation", EscalationSection::rule);
  }

  private static @Nullable EscalationRule rule(YamlNode node) {
    Integer level = node.optionalNumber("level");
    Set<Metric> metrics = node.someOf("metrics", Metric.class);
    if (node.isEmpty("metrics")) {
      node.problem("metrics", "is required: the metrics whose clocks reach the level");
    }
    Integer share = node.optionalNumber("sharePercent");
    Duration before = Durations.of(node, "timeBefore");
    Duration after = Durations.of(node, "timeAfter");
    String to = node.text("to");
    String via = node.text("via");
    Integer repeat = node.optionalNumber("repeat");
    Duration every = Durations.of(node, "every");
    return node.build(
        () ->
            new EscalationRule(
                metrics,
                new EscalationLevel(
                    level == null ? 0 : level, share, before, after, to, via, repeat, every)));
  }
}
