package dev.hourglass.policy.yaml;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Route;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.policy.edition.PhoneLine;
import dev.hourglass.policy.edition.PriorityDefinition;
import dev.hourglass.policy.entitlement.AccessRule;
import dev.hourglass.policy.entitlement.Benefit;
import dev.hourglass.policy.entitlement.BenefitRule;
import dev.hourglass.policy.entitlement.Condition;
import dev.hourglass.policy.priority.DecisionRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Priorities, decisions, access, benefits and phone lines of the document. */
final class RuleSections {

  private RuleSections() {}

  static List<PriorityDefinition> priorities(YamlNode root) {
    return root.list(
        "priorities",
        node -> {
          Priority priority = node.oneOf("priority", Priority.class);
          Map<String, String> names = node.texts("names");
          Map<String, String> definition = node.texts("definition");
          Map<String, String> resources = node.texts("resources");
          return node.build(() -> new PriorityDefinition(priority, names, definition, resources));
        });
  }

  static List<DecisionRule> decisions(YamlNode section) {
    return section.list(
        "rules",
        node -> {
          String name = node.text("rule");
          Set<Impact> impacts = node.someOf("impact", Impact.class);
          Set<Workaround> workarounds = node.someOf("workaround", Workaround.class);
          Priority priority = node.oneOf("priority", Priority.class);
          String because = node.text("because");
          return node.build(() -> new DecisionRule(name, impacts, workarounds, priority, because));
        });
  }

  static List<AccessRule> access(YamlNode root) {
    return root.list(
        "access",
        node -> {
          String name = node.text("rule");
          Condition condition = condition(node);
          String flag = node.optionalText("flag");
          Set<Route> routes = node.someOf("routes", Route.class);
          Integer tier = node.optionalNumber("tier");
          String because = node.text("because");
          return node.build(() -> new AccessRule(name, condition, flag, routes, tier, because));
        });
  }

  static List<BenefitRule> benefits(YamlNode root) {
    return root.list(
        "benefits",
        node -> {
          String name = node.text("rule");
          Benefit benefit = node.oneOf("benefit", Benefit.class);
          Condition condition = condition(node);
          String because = node.text("because");
          return node.build(() -> new BenefitRule(name, benefit, condition, because));
        });
  }

  static List<PhoneLine> phoneLines(YamlNode root) {
    return root.list(
        "phoneLines",
        node -> {
          String country = node.text("country");
          String printed = node.text("printed");
          String normalised = node.text("normalised");
          String extension = node.optionalText("extension");
          boolean inCountryOnly = node.flag("inCountryOnly");
          String source = node.optionalText("source");
          return node.build(
              () -> new PhoneLine(country, printed, normalised, extension, inCountryOnly, source));
        });
  }

  static @Nullable Condition condition(YamlNode rule) {
    YamlNode node = rule.object("for");
    Condition condition =
        new Condition(
            node.someOf("accountTypes", AccountType.class),
            node.someOf("plans", Plan.class),
            node.someOf("roles", Role.class),
            node.someOf("channels", Channel.class),
            node.someOf("queues", Queue.class));
    node.refuseUnread();
    return condition;
  }
}
