package dev.hourglass.policy.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hourglass.policy.edition.Problem;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A place in the document that is read without stopping at the first problem: what is wrong is
 * noted with its pointer, and reading goes on with nothing.
 */
final class YamlNode {

  private static final int LONGEST_QUOTED = 80;

  private final JsonNode node;
  private final String pointer;
  private final List<Problem> problems;
  private final int problemsBefore;
  private final Set<String> read = new HashSet<>();

  YamlNode(JsonNode node, String pointer, List<Problem> problems) {
    this.node = node;
    this.pointer = pointer;
    this.problems = problems;
    this.problemsBefore = problems.size();
  }

  boolean has(String field) {
    return node.has(field);
  }

  boolean isText(String field) {
    return node.path(field).isValueNode();
  }

  /** Whether there is nothing in it, or it is not there at all. */
  boolean isEmpty(String field) {
    return node.path(field).isEmpty();
  }

  void problem(String field, String message) {
    problems.add(new Problem(field.isEmpty() ? pointer : pointer + "/" + field, message));
  }

  YamlNode object(String field) {
    read.add(field);
    JsonNode value = node.path(field);
    if (!value.isMissingNode() && !value.isObject()) {
      problem(field, "must be a map");
    }
    return new YamlNode(
        value.isObject() ? value : MissingNode.getInstance(), pointer + "/" + field, problems);
  }

  @Nullable String text(String field) {
    String text = optionalText(field);
    if (text == null && !(node.has(field) && !node.path(field).isNull())) {
      problem(field, "is required");
    }
    return text;
  }

  @Nullable String optionalText(String field) {
    read.add(field);
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      problem(field, "must be a text");
      return null;
    }
    if (value.asText().isBlank()) {
      problem(field, "must not be empty");
      return null;
    }
    return value.asText().strip();
  }

  <T> @Nullable T parsed(
      @Nullable String text, String field, String form, Function<String, T> parse) {
    try {
      return text == null ? null : parse.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      problem(field, "'" + shortened(text) + "' is not " + form);
      return null;
    }
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_QUOTED ? text.substring(0, LONGEST_QUOTED) + "…" : text;
  }

  <E extends Enum<E>> @Nullable E oneOf(String field, Class<E> type) {
    return constant(text(field), field, type);
  }

  <E extends Enum<E>> Set<E> someOf(String field, Class<E> type) {
    Set<E> found = EnumSet.noneOf(type);
    for (JsonNode value : array(field)) {
      E constant = constant(value.asText(), field, type);
      if (constant != null && !found.add(constant)) {
        problem(field, "'" + constant + "' stands twice");
      }
    }
    return found;
  }

  private <E extends Enum<E>> @Nullable E constant(
      @Nullable String text, String field, Class<E> type) {
    String allowed =
        "one of "
            + String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    return parsed(text, field, allowed, name -> Enum.valueOf(type, name.toUpperCase(Locale.ROOT)));
  }

  boolean flag(String field) {
    read.add(field);
    JsonNode value = node.path(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      problem(field, "must be true or false");
    }
    return value.asBoolean(false);
  }

  @Nullable Integer optionalNumber(String field) {
    return parsed(optionalText(field), field, "a whole number", Integer::valueOf);
  }

  Map<String, String> texts(String field) {
    YamlNode map = object(field);
    Map<String, String> texts = new LinkedHashMap<>();
    map.node.fieldNames().forEachRemaining(name -> texts.put(name, map.text(name)));
    texts.values().removeIf(Objects::isNull);
    return texts;
  }

  /** The texts of a list. */
  List<String> words(String field) {
    List<String> words = new ArrayList<>();
    int index = 0;
    for (JsonNode item : array(field)) {
      if (item.isValueNode() && !item.asText().isBlank()) {
        words.add(item.asText().strip());
      } else {
        problem(field + "/" + index, "must be a text");
      }
      index++;
    }
    return words;
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  <T> List<T> list(String field, Function<YamlNode, @Nullable T> reader) {
    List<T> values = new ArrayList<>();
    int index = 0;
    for (JsonNode item : array(field)) {
      YamlNode element = new YamlNode(item, pointer + "/" + field + "/" + index++, problems);
      if (item.isObject()) {
        T value = reader.apply(element);
        element.refuseUnread();
        if (value != null) {
          values.add(value);
        }
      } else {
        element.problem("", "must be a map");
      }
    }
    return values;
  }

  private Iterable<JsonNode> array(String field) {
    read.add(field);
    JsonNode value = node.path(field);
    if (!value.isMissingNode() && !value.isArray()) {
      problem(field, "must be a list");
      return List.of();
    }
    return value;
  }

  /** Builds a value unless something below was wrong; what the value refuses is a problem, too. */
  <T> @Nullable T build(Supplier<T> value) {
    if (problems.size() > problemsBefore) {
      return null;
    }
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      problem("", e.getMessage());
      return null;
    }
  }

  /** A misspelt field is a mistake, not an extension. */
  void refuseUnread() {
    names().stream()
        .filter(name -> !read.contains(name))
        .forEach(name -> problem(name, "unknown field"));
  }
}
