package dev.hourglass.policy.yaml;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.WarningPoint;
import dev.hourglass.policy.entitlement.Condition;
import dev.hourglass.policy.promise.PromiseRule;
import dev.hourglass.policy.promise.TargetRule;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The promises of the document, and what holds for all their targets. */
final class TargetSection {

  private static final String NONE = "none";

  private final YamlNode root;
  private final Set<Metric> contractual;
  private final List<WarningPoint> warnAt;

  TargetSection(YamlNode root) {
    this.root = root;
    this.contractual = root.someOf("contractual", Metric.class);
    this.warnAt = warnAt(root);
  }

  Set<Metric> contractual() {
    return contractual;
  }

  List<PromiseRule> promises() {
    return root.list(
        "promises",
        node -> {
          String name = node.text("rule");
          Condition condition = RuleSections.condition(node);
          List<TargetRule> targets = node.list("targets", this::target);
          String because = node.text("because");
          return node.build(() -> new PromiseRule(name, condition, targets, because));
        });
  }

  private @Nullable TargetRule target(YamlNode node) {
    Metric metric = node.oneOf("metric", Metric.class);
    Map<Priority, String> durations = byPriority(node, "within");
    Map<Priority, String> calendars = byPriority(node, "calendar");
    Set<PauseReason> pausedBy = node.someOf("pausedBy", PauseReason.class);
    boolean againOnReopening = node.flag("againOnReopening");
    List<WarningPoint> points = node.has("warnAt") ? warnAt(node) : warnAt;
    Map<Priority, Duration> within = new EnumMap<>(Priority.class);
    Set<Priority> without = EnumSet.noneOf(Priority.class);
    durations.forEach(
        (priority, text) -> {
          if (text.equals(NONE)) {
            without.add(priority);
          } else {
            Duration duration = Durations.read(node, text, "within/" + priority);
            if (duration != null) {
              within.put(priority, duration);
            }
          }
        });
    return node.build(
        () ->
            new TargetRule(
                metric,
                within,
                without,
                calendars,
                pausedBy,
                points,
                contractual.contains(metric),
                againOnReopening));
  }

  /** One text for all priorities, or a map from priority to text. */
  private static Map<Priority, String> byPriority(YamlNode node, String field) {
    Map<Priority, String> texts = new EnumMap<>(Priority.class);
    if (!node.has(field) || node.isText(field)) {
      String text = node.text(field);
      if (text != null) {
        for (Priority priority : Priority.values()) {
          texts.put(priority, text);
        }
      }
      return texts;
    }
    node.texts(field)
        .forEach(
            (name, text) -> {
              Priority priority =
                  node.parsed(name, field + "/" + name, "one of P1, P2, P3, P4", Priority::valueOf);
              if (priority != null) {
                texts.put(priority, text);
              }
            });
    return texts;
  }

  private static List<WarningPoint> warnAt(YamlNode owner) {
    return owner.list(
        "warnAt",
        node -> {
          Integer level = node.optionalNumber("level");
          Integer share = node.optionalNumber("sharePercent");
          Duration before = Durations.of(node, "timeBefore");
          return node.build(() -> new WarningPoint(level == null ? 0 : level, share, before));
        });
  }
}
