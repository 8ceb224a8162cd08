package dev.hourglass.policy.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourglass.contracts.text.Texts;
import dev.hourglass.policy.edition.Problem;
import java.util.List;

/** YAML can write texts that no database keeps: the character NUL, half a surrogate pair. */
final class StorableTexts {

  private StorableTexts() {}

  /** Notes each such text and name, with its pointer. */
  static void check(JsonNode node, String pointer, List<Problem> problems) {
    if (node.isTextual() && !Texts.isStorable(node.textValue())) {
      problems.add(new Problem(pointer, Texts.STORABLE));
    }
    for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
      check(node.get(i), pointer + "/" + i, problems);
    }
    node.fields()
        .forEachRemaining(
            field -> {
              if (Texts.isStorable(field.getKey())) {
                check(field.getValue(), pointer + "/" + field.getKey(), problems);
              } else {
                problems.add(
                    new Problem(pointer.isEmpty() ? "/" : pointer, "a name " + Texts.STORABLE));
              }
            });
  }
}
