package dev.hourglass.policy.edition;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Priority;
import java.util.Map;

/**
 * What a priority is called and what it means, by language (S34–S39).
 *
 * @param resources what is put to work on it (S39); text only (K12)
 */
public record PriorityDefinition(
    Priority priority,
    Map<String, String> names,
    Map<String, String> definitions,
    Map<String, String> resources) {

  public PriorityDefinition {
    required(priority, "priority");
    names = Map.copyOf(names);
    definitions = Map.copyOf(definitions);
    resources = Map.copyOf(resources);
  }
}
