package dev.hourglass.policy.edition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two editions, as they are read: the order of words in a document, its
 * comments and its layout make no difference.
 */
public final class EditionDiff {

  /** The key of a change in the order of a section whose order decides. */
  public static final String ORDER = "(order)";

  private static final Set<String> ORDERED = Set.of("promises", "escalation");

  /**
   * One difference.
   *
   * @param section a key of the document, such as {@code access}
   * @param key what in it, such as {@code frontline-phone/for/roles}
   * @param before null where the first edition has nothing there
   * @param after null where the second edition has nothing there
   */
  public record Change(
      String section, String key, @Nullable Object before, @Nullable Object after) {}

  private final List<Change> changes = new ArrayList<>();

  private EditionDiff() {}

  /** All differences, in the order of the document; empty if both say the same. */
  public static List<Change> between(Edition before, Edition after) {
    EditionDiff diff = new EditionDiff();
    Map<String, Map<String, Object>> first = EditionTree.of(before);
    Map<String, Map<String, Object>> second = EditionTree.of(after);
    first.forEach((section, entries) -> diff.section(section, entries, second.get(section)));
    return List.copyOf(diff.changes);
  }

  private void section(String name, Map<String, Object> before, Map<String, Object> after) {
    for (String key : union(before.keySet(), after.keySet())) {
      value(name, key, before.get(key), after.get(key));
    }
    List<String> common = before.keySet().stream().filter(after::containsKey).toList();
    List<String> moved = after.keySet().stream().filter(before::containsKey).toList();
    if (ORDERED.contains(name) && !common.equals(moved)) {
      changes.add(new Change(name, ORDER, common, moved));
    }
  }

  private void value(String section, String key, @Nullable Object before, @Nullable Object after) {
    if (Objects.equals(before, after)) {
      return;
    }
    if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
      for (Object field : union(old.keySet(), now.keySet())) {
        value(section, key + "/" + field, old.get(field), now.get(field));
      }
    } else {
      changes.add(new Change(section, key, before, after));
    }
  }

  private static <T> Set<T> union(Set<? extends T> before, Set<? extends T> after) {
    Set<T> all = new LinkedHashSet<>(before);
    all.addAll(after);
    return all;
  }
}
