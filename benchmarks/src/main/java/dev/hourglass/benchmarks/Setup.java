package dev.hourglass.benchmarks;

import dev.hourglass.replay.Arguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What all benchmarks can be told.
 *
 * @param root the checkout with the packaged jars
 * @param javaOptions of the monitor, and of what it is compared with
 * @param directory where the directory for the data is made, and deleted in the end
 * @param keep whether it is left there
 */
record Setup(Path root, List<String> javaOptions, Path directory, boolean keep, boolean json) {

  static final Set<String> VALUED = Set.of("--java-options", "--directory");
  static final Set<String> FLAGS = Set.of("--json", "--keep", "--help");

  /** The heap is half of the memory that docker-compose.yml allows, or less. */
  private static final String HEAP_OF_MONITOR = "-Xmx320m";

  private static final String HEAP_OF_OTHERS = "-Xmx224m";
  private static final List<String> AS_IN_PRODUCTION = List.of("-XX:+UseSerialGC", HEAP_OF_MONITOR);

  static Setup of(Arguments arguments, Path root) {
    List<String> more =
        arguments.text("--java-options").map(text -> List.of(text.strip().split("\\s+"))).stream()
            .flatMap(List::stream)
            .filter(word -> !word.isEmpty())
            .toList();
    Path directory =
        arguments
            .read("--directory", Path::of, "a directory")
            .orElse(Path.of(System.getProperty("java.io.tmpdir")));
    if (!Files.isDirectory(directory)) {
      arguments.problem("--directory: " + directory + " is no directory");
    }
    return new Setup(
        root,
        Stream.concat(AS_IN_PRODUCTION.stream(), more.stream()).toList(),
        directory,
        arguments.has("--keep"),
        arguments.has("--json"));
  }

  /** The same for a service that needs less memory than the monitor. */
  List<String> javaOptionsOfOthers() {
    return javaOptions.stream()
        .map(option -> option.equals(HEAP_OF_MONITOR) ? HEAP_OF_OTHERS : option)
        .toList();
  }
}
