package dev.hourglass.policy.edition;

import dev.hourglass.policy.entitlement.AccessRule;
import dev.hourglass.policy.entitlement.BenefitRule;
import dev.hourglass.policy.priority.DecisionRule;
import dev.hourglass.policy.promise.EscalationRule;
import dev.hourglass.policy.promise.PromiseRule;
import dev.hourglass.policy.promise.TargetRule;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An edition as plain maps, lists and texts, by section and key, with the names of the document.
 */
final class EditionTree {

  /** Where a component of a record is called otherwise than in the document. */
  private static final Map<String, String> NAMES =
      Map.of(
          "condition", "for",
          "definitions", "definition",
          "impacts", "impact",
          "workarounds", "workaround",
          "calendars", "calendar",
          "texts", "text");

  private static final Set<String> IN_SECTIONS =
      Set.of(
          "priorities",
          "decisions",
          "entitlements",
          "promises",
          "escalation",
          "calendar",
          "regions",
          "phoneLines",
          "wording");

  private EditionTree() {}

  static Map<String, Map<String, Object>> of(Edition edition) {
    Map<String, Map<String, Object>> sections = new LinkedHashMap<>();
    sections.put("edition", head(edition));
    sections.put("priorities", keyed(edition.priorities(), each -> each.priority().name()));
    sections.put("decisions", decisions(edition));
    sections.put("flags", sorted(edition.entitlements().flags()));
    sections.put("access", keyed(edition.entitlements().access(), AccessRule::name));
    sections.put("benefits", keyed(edition.entitlements().benefits(), BenefitRule::name));
    sections.put("escalation", keyed(edition.escalation(), EditionTree::levelOf));
    sections.put("promises", promises(edition.promises()));
    sections.put("calendars", keyed(edition.calendars(), each -> each.name()));
    Map<String, Object> regions = sorted(edition.regions().calendars());
    regions.put("default", edition.regions().fallback());
    sections.put("regions", regions);
    sections.put(
        "phoneLines",
        keyed(edition.phoneLines(), each -> each.country() + " " + each.normalised()));
    sections.put("routes", keyed(edition.wording().routes(), each -> each.route().name()));
    sections.put("notes", keyed(edition.wording().notes(), Note::name));
    return sections;
  }

  /**
   * What stands by itself, in no section of its own: whatever an edition says, nothing is missed.
   */
  private static Map<String, Object> head(Edition edition) {
    Map<String, Object> head = fields(edition);
    head.keySet().removeAll(IN_SECTIONS);
    head.put("languages", plain(edition.wording().languages()));
    return head;
  }

  private static Map<String, Object> decisions(Edition edition) {
    Map<String, Object> decisions = new LinkedHashMap<>();
    decisions.put("workaroundNotStated", plain(edition.decisions().workaroundNotStated()));
    decisions.putAll(keyed(edition.decisions().rules(), DecisionRule::name));
    return decisions;
  }

  private static Map<String, Object> promises(List<PromiseRule> rules) {
    Map<String, Object> keyed = keyed(rules, PromiseRule::name);
    for (PromiseRule rule : rules) {
      @SuppressWarnings("unchecked")
      Map<String, Object> fields = (Map<String, Object>) keyed.get(rule.name());
      fields.put("targets", keyed(rule.targets(), (TargetRule each) -> each.metric().name()));
    }
    return keyed;
  }

  private static String levelOf(EscalationRule rule) {
    return rule.level().level() + " " + rule.metrics().stream().sorted().toList();
  }

  /** Each entry under its key, without what the key says. */
  private static <T> Map<String, Object> keyed(List<T> entries, Function<T, String> key) {
    Map<String, Object> keyed = new LinkedHashMap<>();
    for (T entry : entries) {
      Map<String, Object> fields = fields((Record) entry);
      fields.values().removeIf(value -> value.equals(key.apply(entry)));
      keyed.put(key.apply(entry), fields);
    }
    return keyed;
  }

  private static Map<String, Object> sorted(Map<String, ?> map) {
    return new TreeMap<>(map);
  }

  private static Map<String, Object> fields(Record value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object plain = plain(read(component, value));
      if (plain != null) {
        fields.put(NAMES.getOrDefault(component.getName(), component.getName()), plain);
      }
    }
    return fields;
  }

  private static @Nullable Object read(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a value cannot be read: " + component, e);
    }
  }

  /** Sets have no order of their own: theirs is that of their words. */
  private static @Nullable Object plain(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof Number) {
      return value;
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Record nested) {
      return fields(nested);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new TreeMap<>();
      map.forEach((key, each) -> plain.put(key.toString(), plain(each)));
      return plain;
    }
    if (value instanceof Collection<?> values) {
      List<Object> plain = values.stream().map(EditionTree::plain).toList();
      return value instanceof Set ? plain.stream().map(Object::toString).sorted().toList() : plain;
    }
    return value.toString();
  }
}
