package dev.hourglass.triage.command;

import dev.hourglass.contracts.promise.Priority;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How often decisions were right, by language. */
final class Figures {

  private static final String ALL = "all";
  private static final int COUNT = Priority.values().length;

  private final Map<String, int[][]> byLanguage = new TreeMap<>();
  private int languages;
  private int rightLanguages;

  /** Counts a decision about a text whose priority is known. */
  void count(String language, Priority known, Priority decided) {
    for (String group : new String[] {language, ALL}) {
      int[][] matrix = byLanguage.computeIfAbsent(group, any -> new int[COUNT][COUNT]);
      matrix[known.ordinal()][decided.ordinal()]++;
    }
  }

  /** Counts a language that was told. */
  void language(boolean right) {
    languages++;
    rightLanguages += right ? 1 : 0;
  }

  boolean isEmpty() {
    return byLanguage.isEmpty();
  }

  /** As a table for people. */
  String table() {
    StringBuilder table = new StringBuilder();
    byLanguage.forEach((language, matrix) -> add(table, language, matrix));
    table.append(
        String.format(
            Locale.ROOT,
            "%n%-6s %6s %9s %9s %9s%n",
            "",
            "texts",
            "macro-F1",
            "P1-recall",
            "false-P1"));
    byLanguage.forEach(
        (language, matrix) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-6s %6d %9.3f %9.3f %9.3f%n",
                    language,
                    total(matrix),
                    macroF1(matrix),
                    ratio(matrix[0][0], row(matrix, 0)),
                    falseP1(matrix))));
    if (languages > 0) {
      table.append(
          String.format(Locale.ROOT, "%nlanguage right in %d of %d%n", rightLanguages, languages));
    }
    return table.toString();
  }

  private static void add(StringBuilder table, String language, int[][] matrix) {
    table.append(String.format(Locale.ROOT, "%n%-12s decided", language));
    for (Priority priority : Priority.values()) {
      table.append(String.format(Locale.ROOT, " %5s", priority));
    }
    for (Priority known : Priority.values()) {
      table.append(String.format(Locale.ROOT, "%n%17s %s", "is", known));
      for (int decided = 0; decided < COUNT; decided++) {
        table.append(String.format(Locale.ROOT, " %5d", matrix[known.ordinal()][decided]));
      }
    }
    table.append(System.lineSeparator());
  }

  private static double macroF1(int[][] matrix) {
    double sum = 0;
    int there = 0;
    for (int p = 0; p < COUNT; p++) {
      int decided = 0;
      for (int[] row : matrix) {
        decided += row[p];
      }
      if (decided + row(matrix, p) > 0) {
        sum += ratio(2 * matrix[p][p], decided + row(matrix, p));
        there++;
      }
    }
    return there == 0 ? 0 : sum / there;
  }

  private static double falseP1(int[][] matrix) {
    int decided = 0;
    int others = 0;
    for (int p = 1; p < COUNT; p++) {
      decided += matrix[p][0];
      others += row(matrix, p);
    }
    return ratio(decided, others);
  }

  private static int row(int[][] matrix, int p) {
    int sum = 0;
    for (int count : matrix[p]) {
      sum += count;
    }
    return sum;
  }

  private static int total(int[][] matrix) {
    int sum = 0;
    for (int p = 0; p < COUNT; p++) {
      sum += row(matrix, p);
    }
    return sum;
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
