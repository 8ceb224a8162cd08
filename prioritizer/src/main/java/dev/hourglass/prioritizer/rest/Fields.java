package dev.hourglass.prioritizer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourglass.prioritizer.account.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object; notes wrong types and unknown fields, and says them all at once. */
final class Fields {

  private final JsonNode object;
  private final String pointer;
  private final List<Problem> problems;
  private final Set<String> read = new LinkedHashSet<>();

  Fields(JsonNode object) {
    this(object, "", new ArrayList<>());
  }

  private Fields(JsonNode object, String pointer, List<Problem> problems) {
    this.object = object;
    this.pointer = pointer;
    this.problems = problems;
  }

  @Nullable String text(String field) {
    read.add(field);
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      problem(field, "must be a string");
      return null;
    }
    return value.textValue();
  }

  <T> List<T> list(String field, Function<Fields, T> reader) {
    read.add(field);
    JsonNode value = object.path(field);
    List<T> items = new ArrayList<>();
    if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
      problem(field, "must be a list");
      return items;
    }
    for (int i = 0; i < value.size(); i++) {
      if (value.get(i).isObject()) {
        Fields item = new Fields(value.get(i), pointer + "/" + field + "/" + i, problems);
        items.add(reader.apply(item));
        item.noteUnknown();
      } else {
        problem(field + "/" + i, "must be an object");
      }
    }
    return items;
  }

  /** Refuses the request if anything was wrong with its form. */
  void refuseWrongForm() {
    noteUnknown();
    if (!problems.isEmpty()) {
      throw Problems.badRequest("The body does not have the right form.", problems);
    }
  }

  private void noteUnknown() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!read.contains(name)) {
                String step = name.replace("~", "~0").replace("/", "~1");
                problems.add(new Problem(pointer + "/" + step, "unknown field", List.copyOf(read)));
              }
            });
  }

  private void problem(String field, String message) {
    problems.add(Problem.of(pointer + "/" + field, message));
  }
}
