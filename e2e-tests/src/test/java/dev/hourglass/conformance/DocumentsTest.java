package dev.hourglass.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents drift; these are held to the code. */
class DocumentsTest {

  private static final Path ROOT = Path.of(System.getProperty("hourglass.root", ".."));
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)(#[^)]*)?\\)");
  private static final Pattern CODE_NAME =
      Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z0-9]+)+)(?:[.#(][^`]*)?`");

  /** Names of other people's code and of the protocols we speak. */
  private static final Set<String> FOREIGN =
      Set.of(
          "TopologyTestDriver",
          "LogAppendTime",
          "QuarkusTest",
          "GreenMail",
          "CloudEvents",
          "CloudEvent");

  static Stream<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(
              file ->
                  Stream.of("target", ".hourglass", "node_modules", ".git")
                      .noneMatch(
                          skipped ->
                              ROOT.relativize(file).startsWith(skipped)
                                  || file.toString().contains("/" + skipped + "/")))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyRelativeLinkLeadsSomewhere(Path document) {
    for (MatchResult link : LINK.matcher(text(document)).results().toList()) {
      assertThat(document.resolveSibling(link.group(1))).as("link in %s", document).exists();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyNameOfCodeIsInTheCode(Path document) throws IOException {
    Set<String> known = namesInTheCode();
    assertThat(CODE_NAME.matcher(text(document)).results().map(name -> name.group(1)))
        .as("names in %s", document)
        .allMatch(name -> known.contains(name) || FOREIGN.contains(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contracts",
        "policy",
        "clocks",
        "outbox",
        "ticket-intake",
        "prioritizer",
        "sla-monitor",
        "notifier",
        "replay",
        "triage",
        "sandbox",
        "e2e-tests",
        "benchmarks"
      })
  void everyModuleTellsTheSameFiveThings(String module) {
    List<String> headings =
        text(ROOT.resolve(module).resolve("README.md"))
            .lines()
            .filter(line -> line.startsWith("## "))
            .toList();

    assertThat(headings)
        .containsExactly(
            "## Receives", "## Decides", "## Publishes", "## Keeps", "## When it fails");
  }

  @Test
  void theTableOfTopicsIsTheListOfTopics() {
    String table = text(ROOT.resolve(Path.of("docs", "topics.md")));
    for (Topic<?> topic : Topics.all()) {
      String speakers =
          topic == Topics.PROGRESS ? "every outbox relay" : String.join(", ", topic.speakers());
      assertThat(table)
          .contains(
              "| `%s` | %s | %d | %s |"
                  .formatted(topic.name(), topic.key(), topic.partitions(), speakers));
    }
  }

  private static Set<String> namesInTheCode() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }

  private static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(document + " cannot be read", e);
    }
  }
}
