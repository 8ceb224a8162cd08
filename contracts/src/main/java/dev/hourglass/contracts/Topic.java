package dev.hourglass.contracts;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One topic: its name, what it carries, who speaks and who listens, and how it is kept.
 *
 * @param key what the record key is, in words
 * @param types the records it carries
 * @param speakers the modules that publish to it
 * @param readers the modules that consume it, each with a dead-letter topic of its own
 * @param maxBytes the longest value; what is longer is no event of this topic
 * @param partitions fixed at creation: a key never changes its partition
 * @param config the topic's settings in Kafka
 */
public record Topic<D extends EventData>(
    String name,
    String key,
    List<Class<? extends D>> types,
    List<String> speakers,
    List<String> readers,
    int partitions,
    int maxBytes,
    Map<String, String> config) {

  public Topic {
    required(name, "name");
    rule(!types.isEmpty(), "a topic carries at least one type of event");
    rule(partitions > 0, "a topic has partitions");
    rule(maxBytes > 0, "a topic takes values");
    types = List.copyOf(types);
    speakers = List.copyOf(speakers);
    readers = List.copyOf(readers);
    config = Map.copyOf(config);
  }

  /** The record of that simple name, if this topic carries it. */
  public Optional<Class<? extends D>> type(String simpleName) {
    // For each record that is read.
    for (Class<? extends D> type : types) {
      if (type.getSimpleName().equals(simpleName)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Where {@code module} puts the records of this topic that it cannot read. */
  public String deadLetters(String module) {
    rule(readers.contains(module), module + " does not read " + name);
    return name + "." + module + ".dlq";
  }

  @Override
  public String toString() {
    return name;
  }
}
