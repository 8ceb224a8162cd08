package dev.hourglass.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A command line: options with a value, options without, and everything that is wrong with it. */
public final class Arguments {

  private final Map<String, String> values = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * Reads a command line; what it does not understand becomes a problem.
   *
   * @param valued options that take a value: {@code --name value} or {@code --name=value}
   * @param flags options that take none
   */
  public Arguments(List<String> line, Set<String> valued, Set<String> flags) {
    for (int i = 0; i < line.size(); i++) {
      String[] parts = line.get(i).split("=", 2);
      String name = parts[0];
      if (flags.contains(name) && parts.length == 1) {
        put(name, "");
      } else if (!valued.contains(name)) {
        problem(flags.contains(name) ? name + " takes no value" : "unknown option " + line.get(i));
      } else if (parts.length == 2) {
        put(name, parts[1]);
      } else if (i + 1 < line.size() && !line.get(i + 1).startsWith("--")) {
        i++;
        put(name, line.get(i));
      } else {
        problem(name + " needs a value");
      }
    }
  }

  /** Whether the option is there. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value as it stands. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value as {@code reader} reads it; a problem and empty if it cannot. */
  public <T> Optional<T> read(String name, Function<String, T> reader, String expected) {
    try {
      return text(name).map(reader);
    } catch (RuntimeException e) {
      problem(name + " must be " + expected + ", not '" + values.get(name) + "'");
      return Optional.empty();
    }
  }

  /** Notes something else that is wrong. */
  public void problem(String what) {
    problems.add(what);
  }

  /** Everything that is wrong with it, in the order of finding it. */
  public List<String> problems() {
    return problems;
  }

  private void put(String name, String value) {
    if (values.putIfAbsent(name, value) != null) {
      problem(name + " is there twice");
    }
  }
}
