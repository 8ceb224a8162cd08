package dev.hourglass.triage.wording;

import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Priority;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads and writes what was learned of words: a line for each piece. */
public final class WordingFile {

  private static final String RESOURCE = "/triage/wording.tsv";
  private static final String COMMENT = "//";
  private static final int FIRST_POINTS = 2;

  private WordingFile() {}

  /** What is shipped. */
  public static Wording shipped() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                WordingFile.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
      Map<String, Wording.Piece> pieces = new HashMap<>();
      lines.lines().filter(line -> !line.startsWith(COMMENT)).forEach(line -> add(line, pieces));
      return new Wording(pieces);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " could not be read", e);
    }
  }

  private static void add(String line, Map<String, Wording.Piece> pieces) {
    String[] columns = line.split("\t");
    double[] points = new double[Priority.values().length];
    rule(columns.length == FIRST_POINTS + points.length, "a line has points for each priority");
    for (int p = 0; p < points.length; p++) {
      points[p] = Double.parseDouble(columns[FIRST_POINTS + p]);
    }
    pieces.put(columns[0], new Wording.Piece(Double.parseDouble(columns[1]), points));
  }

  /** Writes it as the shipped one is written. */
  public static void write(Wording wording, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "// What words, their beginnings and pairs of them speak for: a piece, how rare it is,");
    lines.add("// and points for P1 to P4. Learned from texts of our own (ADR 0021):");
    lines.add("// ./hourglass triage --in FILE --fit-wording FILE.");
    new TreeMap<>(wording.pieces()).forEach((name, piece) -> lines.add(line(name, piece)));
    Files.write(file, lines);
  }

  private static String line(String name, Wording.Piece piece) {
    StringBuilder line = new StringBuilder(name);
    line.append(String.format(Locale.ROOT, "\t%.2f", piece.rarity()));
    for (double each : piece.points()) {
      line.append(String.format(Locale.ROOT, "\t%.2f", each));
    }
    return line.toString();
  }
}
