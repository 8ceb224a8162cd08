package dev.hourglass.triage.yaml;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.triage.scoring.Rule;
import dev.hourglass.triage.scoring.Scoring;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads and writes the rules that turn concepts into a priority. */
public final class ScoringYaml {

  private static final String RESOURCE = "/triage/scoring.yaml";
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private ScoringYaml() {}

  private record Document(List<Rule> rules) {}

  /** The shipped rules. */
  public static Scoring shipped() {
    try (InputStream stream = ScoringYaml.class.getResourceAsStream(RESOURCE)) {
      return new Scoring(MAPPER.readValue(stream, Document.class).rules());
    } catch (IOException e) {
      throw new UncheckedIOException("the rules in " + RESOURCE + " could not be read", e);
    }
  }

  /** Writes rules as the shipped ones are written. */
  public static void write(List<Rule> rules, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Which concepts together speak for which priority, and how much. The points were");
    lines.add("# fitted on texts of our own (ADR 0021): ./hourglass triage --in FILE --fit FILE.");
    lines.add("rules:");
    for (Rule rule : rules) {
      lines.add("  - rule: " + rule.rule());
      lines.add("    when: " + rule.when());
      if (!rule.unless().isEmpty()) {
        lines.add("    unless: " + rule.unless());
      }
      lines.add("    because: " + rule.because());
      List<String> points = new ArrayList<>();
      for (Priority priority : Priority.values()) {
        points.add(String.format(Locale.ROOT, "%s: %.2f", priority, rule.pointsFor(priority)));
      }
      lines.add("    points: {" + String.join(", ", points) + "}");
    }
    Files.write(file, lines);
  }
}
