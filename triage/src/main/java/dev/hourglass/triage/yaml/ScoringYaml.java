package dev.hourglass.triage.yaml;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.triage.scoring.Rule;
import dev.hourglass.triage.scoring.Scoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads and writes the rules that turn concepts into a priority. */
public final class ScoringYaml {

  private static final String RESOURCE = "/triage/scoring.yaml";

  private ScoringYaml() {}

  private record Document(List<Rule> rules) {}

  /** The shipped rules. */
  public static Scoring shipped() {
    return new Scoring(Resources.read(RESOURCE, Document.class).rules());
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
