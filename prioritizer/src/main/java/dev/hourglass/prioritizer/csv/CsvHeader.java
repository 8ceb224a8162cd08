package dev.hourglass.prioritizer.csv;

import dev.hourglass.prioritizer.account.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of accounts; says what is there instead if they are others. */
final class CsvHeader {

  static final String MEMBERS = "members";

  private static final List<String> REQUIRED = List.of("number", "name", "type", "plan");
  private static final List<String> COLUMNS =
      List.of(
          "number", "name", "type", "plan", "country", "timeZone", "language", "edition", MEMBERS);
  private static final int LONGEST_QUOTED = 100;

  private CsvHeader() {}

  /**
   * The names of the columns, in the order of the file.
   *
   * @throws UnreadableCsvException if they are not those of accounts
   */
  static List<String> of(List<String> cells) {
    List<Problem> problems = cells.size() == 1 ? otherSeparator(cells.get(0)) : List.of();
    if (problems.isEmpty()) {
      problems = wrongColumns(cells);
    }
    if (!problems.isEmpty()) {
      throw new UnreadableCsvException(problems);
    }
    return cells;
  }

  private static List<Problem> otherSeparator(String line) {
    for (String separator : List.of(";", "\t", "|")) {
      if (line.contains(separator)) {
        String name =
            separator.equals("\t") ? "tabs" : separator.equals(";") ? "semicolons" : "bars";
        return List.of(
            new Problem(
                "",
                "the columns are separated by "
                    + name
                    + ", but the separator is a comma; found: "
                    + quoted(line),
                COLUMNS));
      }
    }
    return List.of();
  }

  private static List<Problem> wrongColumns(List<String> cells) {
    List<Problem> problems = new ArrayList<>();
    for (String column : REQUIRED) {
      if (cells.stream().noneMatch(cell -> meant(cell).filter(column::equals).isPresent())) {
        problems.add(
            Problem.of(
                "/" + column, "the column is missing; found: " + quoted(String.join(",", cells))));
      }
    }
    for (String cell : cells) {
      if (!COLUMNS.contains(cell)) {
        problems.add(
            new Problem(
                "",
                meant(cell)
                    .map(column -> "the column " + quoted(cell) + " is written '" + column + "'")
                    .orElse("unknown column " + quoted(cell)),
                COLUMNS));
      }
    }
    if (new HashSet<>(cells).size() < cells.size()) {
      problems.add(Problem.of("", "a column stands twice"));
    }
    return problems;
  }

  /** The column that somebody meant, if only capitals, blanks or hyphens differ. */
  private static Optional<String> meant(String cell) {
    String letters = cell.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    return COLUMNS.stream()
        .filter(column -> column.toLowerCase(Locale.ROOT).equals(letters))
        .findFirst();
  }

  private static String quoted(String text) {
    String shown = text.replace('\t', ' ');
    return "'"
        + (shown.length() > LONGEST_QUOTED ? shown.substring(0, LONGEST_QUOTED) + "…" : shown)
        + "'";
  }
}
